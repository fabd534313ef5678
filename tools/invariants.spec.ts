import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { root } from './contracts';

const NOT_BUILT = 'not built';
const INVARIANTS = 17;

type Place = { readonly file: string; readonly text: string };
type Line = {
  readonly number: number;
  readonly what: string;
  readonly guard: Place | undefined;
  readonly spec: Place | undefined;
};

/** A file by its link, and what is said to stand in it: code, or a sentence in « ». */
const placeIn = (cell: string): Place | undefined => {
  const [, path, code, sentence] =
    /^\[[^\]]+\]\(([^)]+)\) (?:`+ ?(.+?) ?`+|« (.+) »)$/.exec(cell.replaceAll('\\|', '|')) ?? [];
  const text = code ?? sentence;
  return path === undefined || text === undefined ? undefined : { file: normalize(join('docs', path)), text };
};

const cellsOf = (line: string): readonly string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

const linesOf = (page: string): readonly Line[] =>
  page
    .split('\n')
    .map(cellsOf)
    .filter(([number = '']) => /^\d+$/.test(number))
    .map(([number, what = '', guard = '', spec = '']) => ({
      ...{ number: Number(number), what },
      guard: placeIn(guard),
      spec: placeIn(spec),
      ...(guard.startsWith(NOT_BUILT) && spec === NOT_BUILT && { what: NOT_BUILT }),
    }));

const holds = ({ file, text }: Place, found: (text: string) => boolean): readonly string[] => {
  if (!existsSync(join(root, file))) return [`${file} is not there`];
  const content = readFileSync(join(root, file), 'utf8');
  return content.split('\n').some(found) ? [] : [`${file} does not say: ${text}`];
};

/** The whole of a sentence, as `it`, `it.each` or `describe` is told it. */
const isSentence =
  ({ text }: Place) =>
  (line: string): boolean => {
    const [before, after] = line.split(`'${text}'`);
    return after !== undefined && /(^\s*|\()$/.test(before ?? '');
  };

const wrong = ({ what, guard, spec }: Line): readonly string[] => {
  if (what === NOT_BUILT) return [];
  if (guard === undefined || spec === undefined) return [`${what}: a guard and a spec are missing`];
  if (!spec.file.endsWith('.spec.ts')) return [`${spec.file} is no spec`];
  return [...holds(guard, (line) => line.includes(guard.text)), ...holds(spec, isSentence(spec))];
};

const page = readFileSync(join(root, 'docs/invariants.md'), 'utf8');

describe('the table of invariants', () => {
  const lines = linesOf(page);

  it.each(lines.map((line) => [`${line.number}: ${line.what}`, line] as const))('%s', (_name, line) =>
    expect(wrong(line)).toEqual([]),
  );

  it('leaves none out', () =>
    expect([...new Set(lines.map(({ number }) => number))]).toEqual(
      Array.from({ length: INVARIANTS }, (_, index) => index + 1),
    ));
});

describe('a line of the table', () => {
  const guard = '[hold.ts](../libs/meetings/domain/src/hold/hold.ts) `refuse`';
  const spec = '[links.spec.ts](../tools/links.spec.ts) « looks at the front page and the map »';
  const said = (...cells: readonly string[]) => linesOf(`| ${cells.join(' | ')} |`).flatMap(wrong);

  it('is right', () => expect(said('1', 'x', guard, spec)).toEqual([]));

  it.each([
    ['without a spec', ['1', 'x', guard, 'none']],
    ['with a file that is not there', ['1', 'x', guard.replace('hold.ts)', 'held.ts)'), spec]],
    ['with a guard that was taken out', ['1', 'x', guard.replace('refuse', 'nowhere said'), spec]],
    ['with a sentence nobody says', ['1', 'x', guard, spec.replace('front', 'back')]],
    ['with half a sentence', ['1', 'x', guard, spec.replace('the map', 'the')]],
    ['with a spec that is none', ['1', 'x', guard, spec.replace('links.spec.ts)', 'contracts.ts)')]],
    ['half built', ['1', 'x', `${NOT_BUILT}: later`, spec]],
  ])('%s is found', (_name, cells) => expect(said(...cells)).not.toEqual([]));
});
