import fc from 'fast-check';
import { engineIn, temporaryFolder, type TestEngine } from './testing';
import type { Doc } from './values/document';

describe('paging', () => {
  let store: TestEngine;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    const { folder, remove: clean } = await temporaryFolder();
    remove = clean;
    store = engineIn(folder);
  });
  afterEach(async () => {
    await store.engine.close();
    await remove();
  });

  interface Asked {
    readonly base: Doc;
    readonly direction: 1 | -1;
    readonly idDirection: 1 | -1;
    readonly limit: number;
  }

  const examinedBy = async (find: Doc): Promise<number> => {
    const { executionStats } = await store.run({ explain: find });
    return Number((executionStats as Doc)['totalDocsExamined']);
  };

  const beyond = ({ day, _id }: Doc, { direction, idDirection }: Asked): Doc => ({
    $or: [
      { day: { [direction === 1 ? '$gt' : '$lt']: day } },
      { day, _id: { [idDirection === 1 ? '$gt' : '$lt']: _id } },
    ],
  });

  /** Every page after the other; each examines at most one document more than it returns where `narrow`. */
  const walked = async (collection: string, asked: Asked, narrow: boolean): Promise<readonly Doc[]> => {
    const sort = { day: asked.direction, _id: asked.idDirection };
    const met: Doc[] = [];
    for (let last: Doc | undefined; ; last = met.at(-1)) {
      const filter = { ...asked.base, ...(last && beyond(last, asked)) };
      const find = { find: collection, filter, sort, limit: asked.limit };
      const page = await store.rows(find);
      if (narrow) expect(await examinedBy(find)).toBeLessThanOrEqual(page.length + 1);
      if (page.length === 0) return met;
      met.push(...page);
    }
  };

  it('meets each document once and in order, as one whole scan does, with and without an index', async () => {
    const row = fc.record(
      { unit: fc.constantFrom('a', 'b', 'c'), day: fc.constantFrom('1', '2', '3', 'ɛ', '') },
      { noNullPrototype: true },
    );
    const direction = fc.constantFrom<(1 | -1)[]>(1, -1);
    const base = fc.constantFrom<Doc[]>(
      {},
      { unit: 'a' },
      { $and: [{ unit: { $in: ['b'] } }] },
      { $and: [{ unit: { $in: ['a', 'c'] } }] },
      { $and: [{ $or: [{ unit: 'a' }, { unit: 'c' }] }] },
      { unit: { $in: [] } },
      { day: { $gte: '1', $lte: '2' } },
      { unit: 'b', day: { $gt: '1' } },
    );
    const asked = fc.record({
      base,
      direction,
      idDirection: direction,
      limit: fc.integer({ min: 1, max: 7 }),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), asked, async (documents, each) => {
        const [plain, indexed] = [`plain${++round}`, `indexed${round}`];
        const day = each.direction * each.idDirection;
        const indexes = [
          { key: { day, _id: 1 }, name: 'day' },
          { key: { unit: 1, day, _id: 1 }, name: 'unit' },
        ];
        await store.run({ createIndexes: indexed, indexes });
        for (const insert of [plain, indexed])
          await store.run({ insert, documents: documents.map((one, _id) => ({ _id, ...one })) });
        const sort = { day: each.direction, _id: each.idDirection };
        const whole = await store.rows({ find: plain, filter: each.base, sort });
        // several units at once are read whole and sorted
        const narrow = !/"a".*"c"/.test(JSON.stringify(each.base));
        expect(await walked(indexed, each, narrow)).toEqual(whole);
        expect(await walked(plain, each, false)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});
