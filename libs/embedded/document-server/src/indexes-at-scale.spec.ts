import { engineIn, temporaryFolder, type TestEngine } from './testing';
import type { Doc } from './values/document';

const COUNT = 100_000;
const UNITS = 500;
const A_DAY = 250;
const PAGE = 50;
const EACH = COUNT / UNITS;

const padded = (n: number): string => String(n).padStart(6, '0');
const dayOf = (n: number): string => `day-${padded(Math.floor(n / A_DAY))}`;

interface Row {
  readonly _id: string;
  readonly unit: string;
  readonly day: string;
  readonly code: string;
}

const rowOf = (n: number): Row => ({
  _id: `d${padded(n)}`,
  unit: `u${n % UNITS}`,
  day: dayOf(n),
  code: `c${n}`,
});
const rows = Array.from({ length: COUNT }, (_, n) => rowOf(n));

const by = (day: 1 | -1, _id: 1 | -1) => (a: Row, b: Row) =>
  a.day === b.day ? (a._id < b._id ? -_id : _id) : a.day < b.day ? -day : day;

describe('indexes over 100,000 documents', () => {
  let store: TestEngine;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const temporary = await temporaryFolder();
    remove = temporary.remove;
    store = engineIn(temporary.folder);
    const indexes = [
      { key: { unit: 1, day: -1, _id: 1 }, name: 'unit_day' },
      { key: { day: -1, _id: 1 }, name: 'day' },
      { key: { code: 1 }, name: 'code', unique: true },
    ];
    await store.run({ createIndexes: 'rows', indexes });
    expect(await store.run({ insert: 'rows', documents: rows })).toMatchObject({ ok: 1, n: COUNT });
  }, 120_000);
  afterAll(async () => {
    await store.engine.close();
    await remove();
  });

  const explained = async (find: Doc): Promise<readonly [returned: number, examined: number]> => {
    const { executionStats } = await store.run({ explain: { find: 'rows', ...find } });
    const stats = executionStats as Doc;
    return [Number(stats['nReturned']), Number(stats['totalDocsExamined'])];
  };

  it.each<readonly [string, Doc, number]>([
    ['_id', { filter: { _id: 'd000777' } }, 1],
    ['500 _ids', { filter: { _id: { $in: Array.from({ length: 500 }, (_, n) => rowOf(n * 7)._id) } } }, 500],
    ['a unique key', { filter: { code: 'c99999' } }, 1],
    ['an absent key', { filter: { code: 'c100000' } }, 0],
    ['either of two keys', { filter: { $or: [{ code: 'c5' }, { _id: 'd000005', code: 'c7' }] } }, 1],
    ['equality', { filter: { unit: 'u7' } }, EACH],
    [
      'equality and a range',
      { filter: { unit: 'u7', day: { $gte: dayOf(50_000), $lt: dayOf(60_000) } } },
      EACH / 10,
    ],
    [
      'equality, a range and a sort',
      { filter: { unit: 'u7', day: { $lt: dayOf(60_000) } }, sort: { day: -1 }, limit: 9 },
      9,
    ],
    [
      'the same upwards',
      { filter: { unit: 'u7', day: { $gte: dayOf(60_000) } }, sort: { day: 1 }, limit: 9 },
      9,
    ],
    ['a range and its sort', { filter: { day: { $gt: dayOf(9_000) } }, sort: { day: 1 }, limit: PAGE }, PAGE],
    ['a sort alone, from the other end', { sort: { day: 1, _id: -1 }, limit: PAGE }, PAGE],
  ])('answers by %s with at most one document too many', async (_name, find, returned) => {
    const [found, examined] = await explained(find);
    expect(found).toBe(returned);
    expect(examined).toBeLessThanOrEqual(returned + 1);
  });

  const beyond = (last: Row, day: 1 | -1, _id: 1 | -1): Doc => ({
    $or: [
      { day: { [day === 1 ? '$gt' : '$lt']: last.day } },
      { day: last.day, _id: { [_id === 1 ? '$gt' : '$lt']: last._id } },
    ],
  });

  it.each<readonly [string, Doc, 1 | -1, 1 | -1]>([
    ['falling', {}, -1, 1],
    ['rising', {}, 1, -1],
    ['falling, of one unit', { unit: 'u3' }, -1, 1],
    ['rising, of one unit', { unit: 'u3' }, 1, -1],
    ['falling, within a period', { day: { $gte: dayOf(20_000), $lte: dayOf(70_000) } }, -1, 1],
    ['rising, within a period', { day: { $gte: dayOf(20_000), $lte: dayOf(70_000) } }, 1, -1],
  ])(
    'pages by (day, _id) %s, each page examining itself only, however deep',
    async (_name, base, day, _id) => {
      const { unit, day: period } = base as { unit?: string; day?: { $gte: string; $lte: string } };
      const inPeriod = (row: Row): boolean => !period || (row.day >= period.$gte && row.day <= period.$lte);
      const all = rows.filter((row) => (unit === undefined || row.unit === unit) && inPeriod(row));
      all.sort(by(day, _id));
      // in the midst of a day, at its ends, and near the ends of all
      for (const at of [0, 1, PAGE, 124, A_DAY - 1, A_DAY, 777, 50_000, all.length - 7, all.length - 1]) {
        const last = all[at];
        if (last === undefined) continue;
        const find = { filter: { ...base, ...beyond(last, day, _id) }, sort: { day, _id }, limit: PAGE };
        expect(await store.rows({ find: 'rows', ...find })).toEqual(all.slice(at + 1, at + 1 + PAGE));
        const [returned, examined] = await explained(find);
        expect(examined).toBeLessThanOrEqual(returned + 1);
      }
    },
  );

  it('reads all of it by a cursor without holding it', async () => {
    const before = process.memoryUsage().heapUsed;
    let cursor = (await store.run({ find: 'rows', batchSize: 1_000 }))['cursor'] as Doc;
    let read = (cursor['firstBatch'] as Doc[]).length;
    while (String(cursor['id']) !== '0') {
      cursor = (await store.run({ getMore: cursor['id'], collection: 'rows', batchSize: 1_000 }))[
        'cursor'
      ] as Doc;
      read += (cursor['nextBatch'] as Doc[]).length;
    }
    expect(read).toBe(COUNT);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024);
  });
});
