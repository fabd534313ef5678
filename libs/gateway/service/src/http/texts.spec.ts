import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissions, type Contract } from '@benkan/contracts';
import * as analytics from '@benkan/contracts/analytics';
import * as imports from '@benkan/contracts/imports';
import * as meetings from '@benkan/contracts/meetings';
import * as registry from '@benkan/contracts/registry';
import * as training from '@benkan/contracts/training';
import { routes } from '../routes';
import { HttpProblem, documentOf, KNOWN_CODES } from './problem';
import { hasText, languageOf, textOf } from './texts';

const contracts = [registry, meetings, training, imports, analytics].flatMap(
  ({ commands, queries }): readonly Contract[] => [...commands, ...queries],
);
const refusals = contracts.flatMap((contract) => (contract.kind === 'command' ? contract.refusals : []));

/** Codes the edge throws by name, read from its own sources. */
const thrown = readdirSync(join(__dirname, '..'), { recursive: true, withFileTypes: true })
  .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  .flatMap((source) => [...source.matchAll(/HttpProblem\(\s*'([a-z-]+)'/g)].map(([, code]) => String(code)));

/** The code a stranger sees of one we use inside. */
const shown = (code: string): string => documentOf(new HttpProblem(code), '/', 'id', 'fr').code;

describe('every code speaks', () => {
  it.each([...new Set([...refusals, ...KNOWN_CODES, ...thrown].map(shown))])('%s', (code) => {
    expect(hasText(code)).toBe(true);
    const [french, english] = [textOf(code, 'fr'), textOf(code, 'en')];
    for (const said of [french.title, french.detail, english.title, english.detail])
      expect(said.trim().length).toBeGreaterThan(3);
    expect(french.title).not.toBe(english.title);
    expect(french.detail).not.toBe(english.detail);
  });

  it('finds the codes in the sources', () => {
    expect(thrown).toEqual(expect.arrayContaining(['token-missing', 'forbidden', 'malformed']));
    expect(refusals.length).toBeGreaterThan(30);
    expect(KNOWN_CODES.length).toBeGreaterThan(20);
  });

  it('falls back on the code itself', () =>
    expect(textOf('constructor', 'fr')).toEqual({ title: 'constructor', detail: 'constructor' }));
});

it('speaks French unless English is asked for first', () => {
  expect([undefined, 'fr-ML', 'fr, en;q=0.5', 'de', '*'].map(languageOf)).toEqual(Array(5).fill('fr'));
  expect(['en', 'en-GB,fr;q=0.3', ' EN'].map(languageOf)).toEqual(['en', 'en', 'en']);
});

describe('routes', () => {
  // these have controllers of their own, or no way in
  const apart: readonly string[] = [
    imports.putPart.name,
    imports.receiveImport.name,
    imports.getRefusedRows.name,
    meetings.getOfflineRoll.name,
  ];

  it.each(contracts.filter(({ name }) => !apart.includes(name)).map(({ name }) => name))(
    '%s has exactly one',
    (name) => expect(routes.filter(({ contract }) => contract.name === name)).toHaveLength(1),
  );

  it.each(routes.map(({ contract }) => contract.name))('%s has a permission row', (name) => {
    expect(Object.hasOwn(permissions, name)).toBe(true);
    expect(permissions[name]?.length).toBeGreaterThan(0);
  });

  it('lead nowhere but to a contract, each by its own address', () => {
    expect(routes.filter(({ contract }) => !contracts.includes(contract))).toEqual([]);
    const addresses = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(apart.filter((name) => !Object.hasOwn(permissions, name))).toEqual([]);
  });

  it('name as "not found" only a refusal of their command', () => {
    const astray = routes.filter(
      ({ contract, notFound }) =>
        notFound !== undefined && !(contract.kind === 'command' && contract.refusals.includes(notFound)),
    );
    expect(astray).toEqual([]);
  });

  it('put in their path only fields of their request', () => {
    const astray = routes.flatMap(({ contract, path }) =>
      [...path.matchAll(/:(\w+)/g)].filter(([, name = '']) => !(name in fieldsOf(contract))),
    );
    expect(astray).toEqual([]);
  });
});

const fieldsOf = ({ request }: Contract): object => ('shape' in request ? (request.shape as object) : {});
