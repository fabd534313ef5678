import { encodeCursor } from './cursor';
import { pagedBy, type Beyond, type Page } from './paging';

type Row = { readonly _id: string; readonly day: string };

const rows: readonly Row[] = [
  { _id: 'c', day: '2025-01-02' },
  { _id: 'a', day: '2025-01-02' },
  { _id: 'b', day: '2025-01-02' },
  { _id: 'e', day: '2025-01-01' },
  { _id: 'd', day: '2025-01-03' },
];

const told = (value: unknown, by: unknown): boolean => {
  if (typeof by === 'string') return value === by;
  const [[sign, bound] = ['', '']] = Object.entries(by as Record<string, string>);
  return sign === '$gt' ? String(value) > bound : String(value) < bound;
};

const within = (row: Row, { $or }: Beyond): boolean =>
  $or === undefined ||
  $or.some((all) => Object.entries(all).every(([field, by]) => told(Reflect.get(row, field), by)));

const finder =
  ({ sort }: { readonly sort: { readonly day: 1 | -1 } }) =>
  (beyond: Beyond, most: number): Promise<readonly Row[]> => {
    const sorted = [...rows].sort(
      (a, b) => a.day.localeCompare(b.day) * sort.day || a._id.localeCompare(b._id),
    );
    return Promise.resolve(sorted.filter((row) => within(row, beyond)).slice(0, most));
  };

describe.each([
  ['rising', pagedBy('day', 1), ['e', 'a', 'b', 'c', 'd']],
  ['falling', pagedBy('day', -1), ['d', 'a', 'b', 'c', 'e']],
] as const)('a list by day, %s', (_name, list, ids) => {
  const walk = async (limit: number, after?: string): Promise<readonly string[]> => {
    const { rows: found, next } = (await list.page({ limit, after }, finder(list))) as Page<Row>;
    expect(found.length).toBeLessThanOrEqual(limit);
    return [...found.map(({ _id }) => _id), ...(next === undefined ? [] : await walk(limit, next))];
  };

  it.each([1, 2, 4, 5, 6])('gives every row once, %s a page', async (limit) =>
    expect(await walk(limit)).toEqual(ids),
  );

  it.each([
    ['another list', encodeCursor(['2025-01-01', 'a', 'b'])],
    ['a value that is no text', encodeCursor([3, 'a'])],
    ['a stranger', '§§§'],
  ])('refuses a cursor of %s, unread', async (_from, after) =>
    expect(await list.page({ limit: 1, after }, () => Promise.reject(new Error('read')))).toEqual({
      kind: 'bad-cursor',
    }),
  );
});

it('ends with a page that is exactly full', async () => {
  const list = pagedBy('day', 1);
  expect(await list.page({ limit: 5 }, finder(list))).not.toHaveProperty('next');
});
