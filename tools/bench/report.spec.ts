import { execFileSync } from 'node:child_process';
import type { Bar, Bench, Ratio } from './bench';
import { chosen, optionsOf } from './options';
import { withTable } from './page';
import { resultsTable, verdictOf, type Measured } from './table';

// prettier is a module of the other kind, which a suite cannot load
const prettier = (text: string): string => {
  const bin = require.resolve('prettier/bin/prettier.cjs');
  return execFileSync(process.execPath, [bin, '--stdin-filepath', 'page.md'], { input: text }).toString();
};

const bench = (id: string, bar: Bar = { atLeast: 0.5 }): Bench => ({
  ...{ id, title: `${id} ÷ other`, bar },
  measure: () => Promise.reject(new Error('never measured')),
});
const ratio = (median: number): Ratio => ({
  ...{ unit: '/s', rounds: 7, notes: ['a | b'] },
  numerator: { name: 'ours', value: 1234.5, cpuMs: 0.25 },
  denominator: { name: 'raw', value: 2469, cpuMs: 12.4 },
  ratio: { q1: median - 0.1, median, q3: median + 0.1 },
});
const measured = (one: Bench, median: number): Measured => ({
  bench: one,
  kind: 'ratio',
  ratio: ratio(median),
});

describe('a verdict', () => {
  it.each([
    [{ atLeast: 0.5 }, 0.5, 'met'],
    [{ atLeast: 0.5 }, 0.49, 'short'],
    [{ atMost: 1.2 }, 1.2, 'met'],
    [{ atMost: 1.2 }, 1.21, 'short'],
    ['told', 0, 'told'],
  ] as const)('of the bar %j and a median of %d is %s', (bar, median, verdict) => {
    expect(verdictOf(measured(bench('B1', bar), median))).toBe(verdict);
  });

  it('of what could not be measured is that it failed', () => {
    expect(verdictOf({ bench: bench('B1'), kind: 'failed', reason: 'away' })).toBe('failed');
  });
});

describe('the table', () => {
  const all = [
    measured(bench('B1/32'), 0.75),
    { bench: bench('B7'), kind: 'failed', reason: 'a|b' } as const,
  ];

  it('tells both sides, the ratio, the bar and the verdict', () => {
    const [, , row = ''] = resultsTable(all).split('\n');
    const cells = row.split('|').map((cell) => cell.trim());
    const told = [
      'B1/32',
      'B1/32 ÷ other',
      '1,235/s',
      '2,469/s',
      '0.75 [0.65–0.85]',
      '0.250 / 12',
      '≥ 0.5',
      'met',
    ];
    expect(cells.slice(1, -1)).toEqual(told);
  });

  it('stands in a page as prettier would write it', () => {
    const page = withTable(
      '# P\n\n<!-- bench:begin -->\n\nold\n\n<!-- bench:end -->\n\nafter\n',
      resultsTable(all),
    );
    expect(page).toBe(prettier(page));
    expect(page).not.toContain('old');
    expect(page).toContain('after');
    expect(withTable(page, resultsTable(all))).toBe(page);
  });

  it('is refused by a page without markers', () => expect(() => withTable('# P', '')).toThrow(TypeError));
});

describe('the command line', () => {
  const benches = ['B1/1', 'B1/32', 'B15', 'B2/10'].map((id) => bench(id));
  const ids = (...wanted: string[]) => chosen(benches, wanted).map(({ id }) => id);

  it('names benches by id or family, all when it names none', () => {
    expect(ids()).toHaveLength(4);
    expect(ids('B1')).toEqual(['B1/1', 'B1/32']);
    expect(ids('b15', 'B1/32')).toEqual(['B1/32', 'B15']);
    expect(() => ids('B3')).toThrow('B3: no such bench');
  });

  it('measures eight rounds and writes where nothing is kept, unless told', () => {
    expect(optionsOf([])).toEqual({
      ids: [],
      full: false,
      rounds: 8,
      out: '.nx/bench.json',
      markdown: undefined,
    });
    expect(optionsOf(['B8', '--full', '--rounds', '20', '--markdown', 'p.md'])).toMatchObject({
      ...{ ids: ['B8'], full: true, rounds: 20, markdown: 'p.md' },
    });
    expect(() => optionsOf(['--rounds', 'many'])).toThrow(TypeError);
    expect(() => optionsOf(['--fast'])).toThrow('--fast');
  });
});
