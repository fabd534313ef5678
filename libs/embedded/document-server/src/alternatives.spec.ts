import fc from 'fast-check';
import { engineIn, temporaryFolder, type TestEngine } from './testing';
import type { Doc } from './values/document';

const INDEXES = [
  { key: { a: 1, _id: 1 }, name: 'a' },
  { key: { b: -1, a: 1, _id: -1 }, name: 'b' },
];

describe('ranges that overlap or exclude each other', () => {
  let store: TestEngine;
  let remove: () => Promise<void>;
  let round = 0;

  beforeAll(async () => {
    const { folder, remove: clean } = await temporaryFolder();
    remove = clean;
    store = engineIn(folder);
  });
  afterAll(async () => {
    await store.engine.close();
    await remove();
  });

  const small = fc.integer({ min: 0, max: 6 });
  const condition = fc.oneof(
    small,
    fc.tuple(small, small).map(([low, high]) => ({ $gte: low, $lt: high })),
    fc.tuple(small, small).map(([low, high]) => ({ $gt: low, $lte: high })),
    fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), small).map(([name, edge]) => ({ [name]: edge })),
    fc.array(small, { maxLength: 3 }).map((values) => ({ $in: values })),
    fc.tuple(fc.array(small, { maxLength: 2 }), small).map(([values, low]) => ({ $in: values, $gte: low })),
  );
  const clause = fc
    .tuple(fc.constantFrom('a', 'b', '_id'), condition)
    .map(([path, met]) => ({ [path]: met }));
  const filter = fc.oneof(
    clause,
    fc.tuple(clause, clause).map((both) => ({ $and: both })),
    fc.array(clause, { minLength: 2, maxLength: 4 }).map((each) => ({ $or: each })),
    fc.tuple(clause, clause, clause).map(([own, ...each]) => ({ $and: [own, { $or: each }] })),
  );
  const sort = fc.constantFrom<Doc[]>(
    { _id: 1 },
    { _id: -1 },
    { a: 1, _id: 1 },
    { a: -1, _id: -1 },
    { a: 1, _id: -1 },
    { b: -1, a: 1, _id: -1 },
    { b: 1, a: -1, _id: 1 },
  );

  const check = async (value: fc.Arbitrary<unknown>): Promise<void> => {
    const row = fc.record({ a: value, b: small }, { noNullPrototype: true });
    const asked = fc.array(fc.tuple(filter, sort), { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), asked, async (rows, each) => {
        const [plain, indexed] = [`plain${++round}`, `indexed${round}`];
        await store.run({ createIndexes: indexed, indexes: INDEXES });
        const documents = rows.map((one, _id) => ({ _id, ...one }));
        for (const insert of [plain, indexed]) await store.run({ insert, documents });
        for (const [wanted, order] of each) {
          const find = { filter: wanted, sort: order };
          expect(await store.rows({ find: indexed, ...find })).toEqual(
            await store.rows({ find: plain, ...find }),
          );
        }
      }),
      { numRuns: 60 },
    );
  };

  it('give each document once and in order', () => check(small));

  it('give each document once and in order, where a field holds several values', () =>
    check(fc.oneof(small, fc.array(small, { maxLength: 3 }))));
});
