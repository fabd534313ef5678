import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissions } from '@benkan/contracts';
import { entries, filesBelow, root } from './contracts';

type Slice = { readonly domain: string; readonly name: string; readonly constant: string };

const slicesOf = (kind: 'commands' | 'queries'): readonly Slice[] =>
  Object.entries(entries).flatMap(([domain, entry]) =>
    entry[kind].map((contract) => ({
      domain,
      name: contract.name,
      constant:
        Object.entries(entry).find(([, value]: readonly [string, unknown]) => value === contract)?.[0] ??
        contract.name,
    })),
  );

const commands = slicesOf('commands');
const queries = slicesOf('queries');

const sources = new Map<string, readonly string[]>();

/** Texts of a folder's code that runs. */
const codeOf = (folder: string): readonly string[] => {
  const known = sources.get(folder);
  if (known !== undefined) return known;
  const code = filesBelow(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const texts = code.map((file) => readFileSync(join(root, file), 'utf8'));
  sources.set(folder, texts);
  return texts;
};

const namedImports = (text: string, domain: string): readonly string[] =>
  [...text.matchAll(new RegExp(`import \\{([^}]*)\\} from '@benkan/contracts/${domain}'`, 'g'))].flatMap(
    ([, names = '']) => names.split(',').map((name) => name.trim().split(' ')[0] ?? ''),
  );

const namespaces = (text: string, domain: string): readonly string[] =>
  [...text.matchAll(new RegExp(`import \\* as (\\w+) from '@benkan/contracts/${domain}'`, 'g'))].map(
    ([, name = '']) => name,
  );

/** A file speaks of a slice by its wire name, or by the contract it imports from the domain's entry. */
const speaksOf =
  ({ domain, name, constant }: Slice) =>
  (text: string): boolean =>
    text.includes(`'${name}'`) ||
    namedImports(text, domain).includes(constant) ||
    namespaces(text, domain).some((namespace) => new RegExp(`\\b${namespace}\\.${constant}\\b`).test(text));

const deed = ({ name }: Slice): string => name.slice(name.indexOf('.') + 1);
const ofDomain = ({ domain }: Slice): readonly string[] => filesBelow(`libs/${domain}/domain/src`);
const docOf = ({ name }: Slice): string => `docs/slices/${name}.md`;

const parts: Readonly<Record<string, (slice: Slice) => boolean>> = {
  decision: (slice) => ofDomain(slice).some((file) => file.endsWith(`/${deed(slice)}.ts`)),
  spec: (slice) => ofDomain(slice).some((file) => file.endsWith(`/${deed(slice)}.spec.ts`)),
  door: (slice) => codeOf(`libs/${slice.domain}/service/src`).some(speaksOf(slice)),
  route: (slice) => codeOf('libs/gateway/service/src').some(speaksOf(slice)),
  permission: ({ name }) => Object.hasOwn(permissions, name),
  doc: (slice) => filesBelow('docs/slices').includes(docOf(slice)),
};

const missing = (slice: Slice, wanted: readonly string[]): readonly string[] =>
  wanted.filter((part) => parts[part]?.(slice) !== true);

const titled = (slices: readonly Slice[]) => slices.map((slice) => [slice.name, slice] as const);

describe('a command is whole', () => {
  it.each(titled(commands))('%s', (_name, slice) => {
    expect(missing(slice, Object.keys(parts))).toEqual([]);
  });
});

describe('a query is whole', () => {
  it.each(titled(queries))('%s', (_name, slice) => {
    expect(missing(slice, ['door', 'route', 'permission'])).toEqual([]);
  });
});

describe('nothing is left over', () => {
  const names = [...commands, ...queries].map(({ name }) => name);

  it('every wire name is said once and begins with its domain', () => {
    expect(new Set(names).size).toBe(names.length);
    const astray = [...commands, ...queries].filter(({ domain, name }) => !name.startsWith(`${domain}.`));
    expect(astray).toEqual([]);
  });

  it('every permission belongs to a contract', () => {
    expect(Object.keys(permissions).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('every page of a slice belongs to a contract', () => {
    const pages = filesBelow('docs/slices').filter((file) => file.endsWith('.md'));
    expect(pages.filter((file) => !names.some((name) => file === `docs/slices/${name}.md`))).toEqual([]);
  });

  it('a slice that does not exist is found missing in every part', () => {
    const ghost = { domain: 'meetings', name: 'meetings.levitate', constant: 'levitate' };
    expect(missing(ghost, Object.keys(parts))).toEqual(Object.keys(parts));
  });
});
