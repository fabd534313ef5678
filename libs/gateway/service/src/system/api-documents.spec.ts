import { createConfig, lintFromString } from '@redocly/openapi-core';
import { asyncApiOf } from './asyncapi';
import { openApiOf } from './openapi';
import { routes } from '../routes';

type Document = Readonly<Record<string, unknown>>;

const findings = async (document: Document, name: string): Promise<readonly string[]> => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const source = JSON.stringify(document);
  const problems = await lintFromString({ source, absoluteRef: `/${name}.json`, config });
  return problems.map(
    ({ ruleId, message, location: [place] }) => `${ruleId}: ${message} at ${place?.pointer ?? '#'}`,
  );
};

/** Documents people program against, and what a linter says of each. */
describe.each([
  ['openapi', openApiOf(routes)],
  ['asyncapi', asyncApiOf(routes)],
] as const)('the %s document', (name, document) => {
  it('is without findings', async () => expect(await findings(document, name)).toEqual([]));

  it('is found out when something is missing', async () => {
    const { info: _, ...rest } = document;
    expect(await findings(rest, name)).not.toEqual([]);
  });
});
