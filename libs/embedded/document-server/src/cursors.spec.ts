import { Long } from 'bson';
import { engineIn, temporaryFolder, type TestEngine } from './testing';
import type { Doc } from './values/document';

interface Page {
  readonly id: Long | number;
  readonly firstBatch?: readonly Doc[];
  readonly nextBatch?: readonly Doc[];
}

describe('cursors', () => {
  let store: TestEngine;
  let remove: () => Promise<void>;
  let clock = 0;

  const page = async (command: Doc): Promise<Page> => (await store.run(command))['cursor'] as Page;
  const more = (id: unknown, batchSize?: number): Doc => ({
    getMore: id,
    collection: 'a',
    ...(batchSize && { batchSize }),
  });
  const isOpen = ({ id }: Page): boolean => Long.fromValue(id).toBigInt() !== 0n;

  beforeEach(async () => {
    const { folder, remove: clean } = await temporaryFolder();
    remove = clean;
    store = engineIn(folder, { cursorIdleMs: 1_000, now: () => clock });
    await store.run({ insert: 'a', documents: Array.from({ length: 300 }, (_, n) => ({ _id: n })) });
  });

  afterEach(async () => {
    await store.engine.close();
    await remove();
  });

  it('gives 101 documents, then the rest', async () => {
    const first = await page({ find: 'a', filter: {} });
    expect([first.firstBatch?.length, isOpen(first)]).toEqual([101, true]);
    const rest = await page(more(first.id));
    expect([rest.nextBatch?.length, isOpen(rest)]).toEqual([199, false]);
    expect(await store.run(more(first.id))).toMatchObject({ ok: 0, code: 43 });
  });

  it('is closed at once when nothing is left', async () => {
    expect(isOpen(await page({ find: 'a', filter: {}, limit: 10, batchSize: 10 }))).toBe(false);
    expect(isOpen(await page({ find: 'a', filter: {}, batchSize: 10, singleBatch: true }))).toBe(false);
    expect(isOpen(await page({ find: 'a', filter: {}, batchSize: 0 }))).toBe(true);
  });

  it('holds a batch under 16 MiB', async () => {
    const documents = Array.from({ length: 5 }, (_, n) => ({
      _id: `big${n}`,
      text: 'x'.repeat(5 * 1024 * 1024),
    }));
    for (const document of documents) await store.run({ insert: 'a', documents: [document] });
    const first = await page({ find: 'a', filter: { _id: { $gte: 'big' } } });
    expect([first.firstBatch?.length, isOpen(first)]).toEqual([3, true]);
    expect((await page(more(first.id))).nextBatch).toHaveLength(2);
  });

  it('forgets an idle cursor, keeps a used one and one that asked for it', async () => {
    const idle = await page({ find: 'a', filter: {}, batchSize: 2 });
    const used = await page({ find: 'a', filter: {}, batchSize: 2 });
    const kept = await page({ find: 'a', filter: {}, batchSize: 2, noCursorTimeout: true });
    clock += 900;
    await page(more(used.id, 2));
    clock += 900;
    store.engine.expireCursors();
    expect(await store.run(more(idle.id, 2))).toMatchObject({ code: 43 });
    expect((await page(more(used.id, 2))).nextBatch).toEqual([{ _id: 4 }, { _id: 5 }]);
    expect((await page(more(kept.id, 2))).nextBatch).toHaveLength(2);
  });

  it('ends when it is killed, and no other does', async () => {
    const killed = await page({ find: 'a', filter: {}, batchSize: 2 });
    const other = await page({ find: 'a', filter: {}, batchSize: 2 });
    const unknown = Long.fromNumber(7);
    const reply = await store.run({ killCursors: 'a', cursors: [killed.id, unknown] });
    expect(reply).toMatchObject({ ok: 1, cursorsKilled: [killed.id], cursorsNotFound: [unknown] });
    expect(await store.run(more(killed.id, 2))).toMatchObject({ ok: 0, code: 43 });
    expect((await page(more(other.id, 2))).nextBatch).toEqual([{ _id: 2 }, { _id: 3 }]);
  });

  it('goes on over documents removed and added meanwhile', async () => {
    const first = await page({ find: 'a', filter: {}, batchSize: 2 });
    await store.run({ delete: 'a', deletes: [{ q: { _id: { $gte: 2, $lt: 298 } }, limit: 0 }] });
    await store.run({ insert: 'a', documents: [{ _id: 1000 }] });
    const rest = (await page(more(first.id))).nextBatch?.map(({ _id }) => _id);
    expect(rest?.slice(-3)).toEqual([298, 299, 1000]);
  });

  it('ends when its collection is dropped, whose bytes are swept', async () => {
    const first = await page({ find: 'a', filter: {}, batchSize: 2 });
    await store.run({ drop: 'a' });
    expect(await store.run(more(first.id))).toMatchObject({ code: 175 });
    expect(await page({ find: 'a', filter: {} })).toMatchObject({ firstBatch: [] });
    await store.run({ insert: 'a', documents: [{ _id: 1 }] });
    expect((await page({ find: 'a', filter: {} })).firstBatch).toEqual([{ _id: 1 }]);
  });

  it('refuses a cursor of another collection', async () => {
    const first = await page({ find: 'a', filter: {}, batchSize: 2 });
    expect(await store.run({ getMore: first.id, collection: 'b' })).toMatchObject({ code: 13 });
  });
});
