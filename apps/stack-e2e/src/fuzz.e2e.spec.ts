import fc from 'fast-check';
import { atLength } from '@benkan/testing';
import { randomUUID } from 'node:crypto';
import { anyValue } from './any-value';
import { clientOf, type Answer, type Client } from './client';
import { installedCommittee } from './committee-at-work';
import { documentedBy, type DocumentedOperation, type Json } from './documented';
import { startStack, throwAwayFolder, type RunningStack } from './stack';

const MINUTES = 60_000;
const RUNS = atLength({ ci: 8, soak: 100 });

type Sent = {
  readonly role: string | null;
  readonly path: string;
  readonly query: Json;
  readonly body: unknown;
};

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

// half a surrogate pair has no place in a URL
const inUrl = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));

const urlOf = ({ path, query }: Sent): string => {
  const given = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${inUrl(asText(value))}`,
  );
  return given.length === 0 ? path : `${path}?${given.join('&')}`;
};

const bodyOf = ({ body }: DocumentedOperation): Json | undefined => {
  const json = body?.['application/json'] as { readonly schema?: Json } | undefined;
  return json?.schema;
};

const schemaOf = (operation: DocumentedOperation, place: string): Json => {
  const fields = operation.parameters.filter((one) => one.in === place);
  return { type: 'object', properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])) };
};

/** Requests of one operation, good and bad. */
const anyRequest = (operation: DocumentedOperation, ids: readonly string[]): fc.Arbitrary<Sent> =>
  fc
    .record({
      role: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(null, ...operation.roles) },
        { weight: 1, arbitrary: fc.constantFrom('donor', null) },
      ),
      inPath: fc.oneof(fc.constantFrom(...ids), fc.uuid(), fc.string({ minLength: 1, maxLength: 30 })),
      query: anyValue(schemaOf(operation, 'query'), ids),
      body: anyValue(bodyOf(operation) ?? {}, ids),
    })
    .map(({ role, inPath, query, body }) => ({
      role,
      path: operation.path.replaceAll(/\{\w+\}/g, inUrl(inPath).replaceAll('.', '%2E')),
      query: typeof query === 'object' && query !== null ? (query as Json) : {},
      body,
    }));

describe('whatever a stranger sends', () => {
  let folder: Awaited<ReturnType<typeof throwAwayFolder>>;
  let stack: RunningStack;
  let client: Client;
  let operations: readonly DocumentedOperation[];
  let ids: readonly string[];

  const send = (operation: DocumentedOperation, sent: Sent): Promise<Answer<unknown>> =>
    operation.method === 'GET'
      ? client.get<unknown>(sent.role, urlOf(sent))
      : client.call<unknown>(sent.role, urlOf(sent), {
          method: operation.method,
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
          body: JSON.stringify(sent.body) ?? 'null',
        });

  beforeAll(async () => {
    folder = await throwAwayFolder();
    stack = await startStack({ folder: folder.path, args: ['--empty'] });
    await stack.says('Ctrl-C pour arrêter');
    client = clientOf(stack.url);
    // a stream that stays open has no answer to wait for
    operations = (await documentedBy(client)).filter(({ id }) => id !== 'analytics.listen');
    const { committeeId, unitId } = await installedCommittee(client, 'ML090101');
    ids = [committeeId, unitId];
  }, 2 * MINUTES);

  afterAll(async () => {
    await stack.stop();
    await folder.remove();
  }, MINUTES);

  it(
    'is answered, never with a fault of ours, and as the document says',
    async () => {
      const broken: string[] = [];
      for (const operation of operations)
        await fc.assert(
          fc.asyncProperty(anyRequest(operation, ids), async (sent) => {
            const answer = await send(operation, sent);
            const said = `${operation.method} ${urlOf(sent)} ${JSON.stringify(sent.body)?.slice(0, 400)}`;
            if (answer.status >= 500) throw new Error(`${answer.status}: ${said}`);
            for (const what of operation.broken(answer)) broken.push(`${said} → ${answer.status}: ${what}`);
          }),
          { numRuns: RUNS },
        );
      expect(broken.slice(0, 20)).toEqual([]);
      expect(operations.length).toBeGreaterThan(35);
    },
    20 * MINUTES,
  );

  it('finds an answer that breaks its word', () => {
    const [first] = operations.filter(({ id }) => id === 'registry.get-committee');
    const answer = { status: 200, headers: new Headers({ 'content-type': 'application/json' }), body: {} };
    expect(first?.broken(answer)).not.toEqual([]);
    expect(first?.broken({ ...answer, status: 418 })).toEqual(['418 is not documented']);
  });
});
