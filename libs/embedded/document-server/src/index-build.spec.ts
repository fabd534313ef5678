import { engineIn, temporaryFolder } from './testing';
import { Catalogue } from './store/catalogue';
import { startingWith } from './store/key-range';
import { prefixOf } from './store/keys';
import { openStore } from './store/store';
import type { Doc } from './values/document';

const documents: readonly Doc[] = [
  { _id: 'a', code: 1, kind: 'x' },
  { _id: 'b', code: 2, kind: 'y' },
  { _id: 'c', code: 3, kind: 'x' },
];
const code = { key: { code: 1 }, name: 'code' };
const kind = { key: { kind: 1 }, name: 'kind', unique: true };

describe('an index that cannot be built', () => {
  let folder: string;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
  });
  afterEach(() => remove());

  const fails = async (indexes: readonly Doc[]): Promise<void> => {
    const { engine, run } = engineIn(folder);
    expect(await run({ insert: 'rows', documents })).toMatchObject({ n: documents.length });
    expect(await run({ createIndexes: 'rows', indexes })).toMatchObject({ ok: 0, code: 11000 });
    await engine.close();
  };

  /** Entries that lie under any index number ever given, once all that was dropped is swept. */
  const leftovers = async (): Promise<{ readonly numbers: number; readonly entries: number }> => {
    const store = openStore(folder);
    try {
      const catalogue = new Catalogue(store);
      while (await store.write(() => catalogue.sweep(100)));
      const rows = catalogue.find('test', 'rows');
      if (rows === undefined) throw new Error('the collection is gone');
      const numbers = Array.from({ length: rows.nextIndex - 1 }, (_, n) => n + 1);
      const counts = numbers.map((n) => store.count(startingWith(prefixOf(rows.id, n))));
      return { numbers: numbers.length, entries: counts.reduce((sum, each) => sum + each, 0) };
    } finally {
      await store.close();
    }
  };

  it('leaves none of its entries behind', async () => {
    await fails([kind]);
    expect(await leftovers()).toEqual({ numbers: 1, entries: 0 });
  });

  it('takes those with it that were built before it by the same command', async () => {
    await fails([code, kind]);
    expect(await leftovers()).toEqual({ numbers: 2, entries: 0 });
  });

  it('is not listed, and can be built once the duplicate is gone', async () => {
    await fails([code, kind]);
    const { engine, run, rows } = engineIn(folder);
    expect((await rows({ listIndexes: 'rows' })).map(({ name }) => name)).toEqual(['_id_']);
    await run({ delete: 'rows', deletes: [{ q: { _id: 'c' }, limit: 1 }] });
    expect(await run({ createIndexes: 'rows', indexes: [code, kind] })).toMatchObject({ numIndexesAfter: 3 });
    expect(await rows({ find: 'rows', filter: { kind: 'x' } })).toEqual([documents[0]]);
    await engine.close();
  });
});
