import fc from 'fast-check';
import { engineIn, temporaryFolder, type TestEngine } from './testing';
import type { Doc } from './values/document';

interface Examined {
  readonly returned: number;
  readonly documents: number;
  readonly stage: string;
  readonly sorted: boolean;
}

const REGIONS = 20;
const COUNT = 20_000;

describe('indexes', () => {
  let store: TestEngine;
  let remove: () => Promise<void>;

  const explain = async (find: Doc): Promise<Examined> => {
    const reply = await store.run({ explain: { find: 'visits', ...find } });
    const { executionStats, queryPlanner } = reply as Record<string, Record<string, unknown>>;
    const plan = queryPlanner?.['winningPlan'] as Doc;
    return {
      returned: executionStats?.['nReturned'] as number,
      documents: executionStats?.['totalDocsExamined'] as number,
      stage: plan['stage'] as string,
      sorted: plan['sorted'] as boolean,
    };
  };

  beforeAll(async () => {
    const { folder, remove: clean } = await temporaryFolder();
    remove = clean;
    store = engineIn(folder);
    const visit = (n: number): Doc => ({
      _id: `v${n}`,
      n,
      region: `r${n % REGIONS}`,
      tags: [n % 7, n % 11],
      at: new Date(n * 1000),
    });
    for (let from = 0; from < COUNT; from += 2_000) {
      const documents = Array.from({ length: 2_000 }, (_, at) => visit(from + at));
      expect(await store.run({ insert: 'visits', documents })).toMatchObject({ ok: 1, n: 2_000 });
    }
    const indexes = [
      { key: { n: 1 }, name: 'n', unique: true },
      { key: { region: 1, at: -1 }, name: 'region_at' },
      { key: { tags: 1 }, name: 'tags' },
    ];
    expect(await store.run({ createIndexes: 'visits', indexes })).toMatchObject({
      ok: 1,
      numIndexesAfter: 4,
    });
  });

  afterAll(async () => {
    await store.engine.close();
    await remove();
  });

  it.each<readonly [string, Doc, number]>([
    ['_id', { filter: { _id: 'v77' } }, 1],
    ['several _ids', { filter: { _id: { $in: ['v1', 'v5', 'nope'] } } }, 2],
    ['a range of _ids', { filter: { _id: { $gte: 'v100', $lt: 'v101' } } }, 111],
    ['a unique field', { filter: { n: 500 } }, 1],
    ['a range', { filter: { n: { $gt: 10, $lte: 30 } } }, 20],
    ['a range of another type', { filter: { n: { $gt: '1' } } }, 0],
    ['the first of a compound', { filter: { region: 'r3' } }, COUNT / REGIONS],
    [
      'equality then range',
      { filter: { region: 'r3', at: { $gte: new Date(0), $lt: new Date(1_003_000) } } },
      50,
    ],
    ['equality then order', { filter: { region: 'r3' }, sort: { at: -1 }, limit: 10 }, 10],
    ['equality then reverse order', { filter: { region: 'r3' }, sort: { at: 1 }, limit: 10 }, 10],
    ['order alone', { sort: { n: -1 }, limit: 5 }, 5],
    ['nothing', { filter: { n: { $in: [] } } }, 0],
    ['$and', { filter: { $and: [{ region: 'r3' }, { at: { $lt: new Date(103_000) } }] } }, 5],
  ])('answers by %s with at most one document too many', async (_, find, returned) => {
    const examined = await explain(find);
    expect(examined).toMatchObject({ returned, sorted: true });
    expect(examined.documents).toBeLessThanOrEqual(returned + 1);
  });

  it('meets a document of a multikey index once', async () => {
    const rows = await store.rows({ find: 'visits', filter: { tags: { $in: [1, 2, 3] } }, batchSize: COUNT });
    expect(new Set(rows.map(({ _id }) => _id)).size).toBe(rows.length);
    const expected = Array.from({ length: COUNT }, (_, n) => n).filter(
      (n) => [1, 2, 3].includes(n % 7) || [1, 2, 3].includes(n % 11),
    );
    expect(rows).toHaveLength(expected.length);
  });

  it('orders by the least or greatest of several values, those out of bounds too', async () => {
    await store.run({ createIndexes: 'lists', indexes: [{ key: { n: 1 }, name: 'n' }] });
    const lists = [
      { _id: 'wide', n: [1, 9] },
      { _id: 'one', n: 5 },
    ];
    await store.run({ insert: 'lists', documents: lists });
    const rows = { find: 'lists', filter: { n: { $gte: 4 } }, sort: { n: 1 } };
    expect(await store.rows(rows)).toEqual(lists);
    const below = { find: 'lists', filter: { n: { $lte: 6 } }, sort: { n: -1 } };
    expect(await store.rows(below)).toEqual(lists);
  });

  it('scans when nothing serves, and says so', async () => {
    expect(await explain({ filter: { other: 1 } })).toMatchObject({
      returned: 0,
      documents: COUNT,
      stage: 'COLLSCAN',
    });
  });

  it('keeps indexes true through updates and deletes', async () => {
    await store.run({ update: 'visits', updates: [{ q: { n: 19_999 }, u: { $set: { n: 50_000 } } }] });
    expect(await explain({ filter: { n: 19_999 } })).toMatchObject({ returned: 0, documents: 0 });
    expect(await explain({ filter: { n: 50_000 } })).toMatchObject({ returned: 1, documents: 1 });
    await store.run({ delete: 'visits', deletes: [{ q: { n: 50_000 }, limit: 1 }] });
    expect(await explain({ filter: { n: { $gte: 19_998 } } })).toMatchObject({ returned: 1, documents: 1 });
  });

  it('answers the same with and without indexes, whatever is asked', async () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom(null, 'x', true),
      fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
    );
    const scalar = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(null, 'x'));
    const document = fc.record(
      { a: value, b: value, c: fc.record({ d: value }) },
      { requiredKeys: [], noNullPrototype: true },
    );
    const operator = fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne');
    const condition = fc.oneof(
      scalar,
      fc.tuple(operator, scalar).map(([name, operand]) => ({ [name]: operand })),
      fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
      fc.array(scalar, { maxLength: 3 }).map((values) => ({ $in: values })),
      fc
        .tuple(fc.array(scalar, { maxLength: 3 }), scalar)
        .map(([values, low]) => ({ $in: values, $gte: low })),
      fc.tuple(scalar, scalar).map(([one, high]) => ({ $eq: one, $lte: high })),
    );
    const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c.d', '_id'), condition, {
      maxKeys: 3,
      noNullPrototype: true,
    });
    const clauses = fc.array(fields, { minLength: 1, maxLength: 3 });
    const choice = fc.record({ $or: clauses, $and: clauses }, { noNullPrototype: true, requiredKeys: [] });
    const filter = fc.tuple(fields, choice).map(([own, chosen]) => ({ ...own, ...chosen }));
    const sort = fc.constantFrom(
      { _id: 1 },
      { a: 1, _id: 1 },
      { a: -1, b: 1, _id: 1 },
      { 'c.d': -1, _id: 1 },
      { b: 1, _id: -1 },
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(document, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(filter, sort), { minLength: 5, maxLength: 5 }),
        async (documents, asked) => {
          const [plain, indexed] = [`plain${++round}`, `indexed${round}`];
          const keys = [{ a: 1 }, { b: -1, 'c.d': 1 }, { 'c.d': 1, _id: 1 }, { a: -1, _id: 1 }];
          const indexes = keys.map((key, at) => ({ key, name: `i${at}` }));
          await store.run({ createIndexes: indexed, indexes });
          // a document with two arrays in one compound key is refused by both
          const kept = documents
            .filter(({ b, c }) => !(Array.isArray(b) && Array.isArray(c?.d)))
            .map((each, _id) => ({ _id, ...each }));
          if (kept.length === 0) return;
          expect(await store.run({ insert: plain, documents: kept })).toMatchObject({ n: kept.length });
          expect(await store.run({ insert: indexed, documents: kept })).toMatchObject({ n: kept.length });
          for (const [wanted, order] of asked) {
            const find = { filter: wanted, sort: order };
            expect(await store.rows({ find: indexed, ...find })).toEqual(
              await store.rows({ find: plain, ...find }),
            );
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
