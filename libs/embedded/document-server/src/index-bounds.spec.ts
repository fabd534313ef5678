import { engineIn, temporaryFolder, type TestEngine } from './testing';
import type { Doc } from './values/document';

const EACH = 50;
const order = Array.from({ length: EACH }, (_, n) => n);

/** As many of each type, which lie one type after another in an index. */
const values = (n: number): readonly unknown[] => [n, `t${n}`, new Date(n * 1_000), n % 2 === 0, null];
const mixed: readonly Doc[] = order.flatMap((n) =>
  values(n).map((value, type) => ({ _id: `${n}-${type}`, up: value, down: value })),
);
// 7 and 50 have no divisor in common: names do not stand in the order of ids
const named: readonly Doc[] = order.map((n) => ({ _id: n, group: n % 5, name: (n * 7) % EACH }));

describe('an index', () => {
  let store: TestEngine;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const { folder, remove: clean } = await temporaryFolder();
    remove = clean;
    store = engineIn(folder);
    const keys = [{ up: 1 }, { down: -1 }].map((key, at) => ({ key, name: `mixed${at}` }));
    await store.run({ createIndexes: 'mixed', indexes: keys });
    await store.run({ createIndexes: 'named', indexes: [{ key: { group: 1 }, name: 'group' }] });
    expect(await store.run({ insert: 'mixed', documents: mixed })).toMatchObject({ n: mixed.length });
    expect(await store.run({ insert: 'named', documents: named })).toMatchObject({ n: EACH });
  });
  afterAll(async () => {
    await store.engine.close();
    await remove();
  });

  const examined = async (collection: string, find: Doc) => {
    const { executionStats, queryPlanner } = await store.run({ explain: { find: collection, ...find } });
    const stats = executionStats as { readonly nReturned: number; readonly totalDocsExamined: number };
    const { winningPlan } = queryPlanner as { readonly winningPlan: { readonly sorted: boolean } };
    return { returned: stats.nReturned, documents: stats.totalDocsExamined, sorted: winningPlan.sorted };
  };

  describe.each(['up', 'down'])('over values of several types, %s', (path) => {
    it.each<readonly [string, Doc, number]>([
      ['above a number', { $gt: 40 }, 9],
      ['below a number', { $lt: 9 }, 9],
      ['above a text', { $gte: 't' }, EACH],
      ['below a text', { $lt: 'u' }, EACH],
      ['after an instant', { $gte: new Date(0) }, EACH],
      ['before an instant', { $lt: new Date(EACH * 1_000) }, EACH],
    ])('meets those of one type only: %s', async (_name, condition, returned) => {
      const answered = await examined('mixed', { filter: { [path]: condition } });
      expect(answered).toMatchObject({ returned, documents: returned });
    });

    it('meets nothing between a number and a text', async () => {
      const filter = { [path]: { $gt: 10, $lt: 'z' } };
      expect(await examined('mixed', { filter })).toMatchObject({ returned: 0 });
    });
  });

  describe('asked for an order that goes beyond its fields', () => {
    it.each<readonly [string, Doc, Doc]>([
      ['rising', {}, { group: 1, name: 1 }],
      ['falling', {}, { group: -1, name: -1 }],
      ['of one value', { group: 3 }, { group: 1, name: 1 }],
      ['of one value, falling', { group: 3 }, { name: -1 }],
      ['within bounds', { group: { $gte: 2 } }, { group: 1, name: -1 }],
    ])('does not take its own for it: %s', async (_name, filter, sort) => {
      const found = await store.rows({ find: 'named', filter, sort, batchSize: EACH });
      const [by = 1, within = 1] = [Number(sort['group'] ?? 1), Number(sort['name'])];
      const rank = (one: Doc): number => Number(one['group']) * by * EACH + Number(one['name']) * within;
      expect(found).toEqual([...found].sort((one, other) => rank(one) - rank(other)));
      expect(await examined('named', { filter, sort })).toMatchObject({
        returned: found.length,
        sorted: false,
      });
    });

    it('gives its own order alone', async () =>
      expect(await examined('named', { sort: { group: 1 } })).toMatchObject({ sorted: true }));
  });
});
