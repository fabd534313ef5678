import { engineIn, temporaryFolder, type TestEngine } from './testing';
import type { Doc } from './values/document';

const COUNT = 100_000;
const UNITS = 500;
const PAGE = 50;
const EACH = COUNT / UNITS;

const rowOf = (n: number): Doc => ({
  _id: `d${String(n).padStart(6, '0')}`,
  unit: `u${n % UNITS}`,
  n,
  code: `c${n}`,
});

describe('indexes over 100,000 documents', () => {
  let store: TestEngine;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const temporary = await temporaryFolder();
    remove = temporary.remove;
    store = engineIn(temporary.folder);
    const indexes = [
      { key: { unit: 1, n: -1 }, name: 'unit_n' },
      { key: { n: 1, _id: 1 }, name: 'n_id' },
      { key: { unit: 1, _id: 1 }, name: 'unit_id' },
      { key: { code: 1 }, name: 'code', unique: true },
    ];
    await store.run({ createIndexes: 'rows', indexes });
    const documents = Array.from({ length: COUNT }, (_, n) => rowOf(n));
    expect(await store.run({ insert: 'rows', documents })).toMatchObject({ ok: 1, n: COUNT });
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
    [
      '500 _ids',
      { filter: { _id: { $in: Array.from({ length: 500 }, (_, n) => rowOf(n * 7)['_id']) } } },
      500,
    ],
    ['a unique key', { filter: { code: 'c99999' } }, 1],
    ['an absent key', { filter: { code: 'c100000' } }, 0],
    ['equality', { filter: { unit: 'u7' } }, EACH],
    ['equality and a range', { filter: { unit: 'u7', n: { $gte: 50_000, $lt: 60_000 } } }, EACH / 10],
    [
      'equality, a range and a sort',
      { filter: { unit: 'u7', n: { $lt: 60_000 } }, sort: { n: -1 }, limit: 9 },
      9,
    ],
    ['the same upwards', { filter: { unit: 'u7', n: { $gte: 60_000 } }, sort: { n: 1 }, limit: 9 }, 9],
    ['a range and its sort', { filter: { n: { $gt: 99_000 } }, sort: { n: 1, _id: 1 }, limit: PAGE }, PAGE],
    ['a sort alone, from the top', { sort: { n: -1, _id: -1 }, limit: PAGE }, PAGE],
    ['equality of one, order of the next', { filter: { unit: 'u9' }, sort: { _id: -1 }, limit: PAGE }, PAGE],
  ])('answers by %s with at most one document too many', async (_name, find, returned) => {
    const [found, examined] = await explained(find);
    expect(found).toBe(returned);
    expect(examined).toBeLessThanOrEqual(returned + 1);
  });

  it.each<readonly [string, 1 | -1]>([
    ['upwards', 1],
    ['downwards', -1],
  ])(
    'pages %s by (unit, _id), each page examining itself only, each document met once',
    async (_name, direction) => {
      const met: unknown[] = [];
      for (let after: unknown; ; after = met.at(-1)) {
        const beyond = after === undefined ? {} : { _id: { [direction === 1 ? '$gt' : '$lt']: after } };
        const find = {
          filter: { unit: 'u3', ...beyond },
          sort: { unit: direction, _id: direction },
          limit: PAGE,
        };
        const rows = await store.rows({ find: 'rows', ...find });
        if (rows.length === 0) break;
        expect((await explained(find))[1]).toBeLessThanOrEqual(rows.length + 1);
        met.push(...rows.map(({ _id }) => _id));
      }
      const all = Array.from({ length: EACH }, (_, at) => rowOf(3 + at * UNITS)['_id']);
      expect(met).toEqual(direction === 1 ? all : all.reverse());
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
