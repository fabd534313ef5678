import { inMemoryStore } from './in-memory';
import { eventStoreContract } from './testing';
import { all, committed, fact, facts, newStream } from './store.examples';

eventStoreContract('in memory', async () => {
  const store = inMemoryStore();
  return { store, close: () => store.close() };
});

describe('the store in memory', () => {
  it('has no head before the first event', async () => {
    expect(await inMemoryStore().head()).toBeUndefined();
  });

  it('cannot be changed through what was read', async () => {
    const store = inMemoryStore();
    const stream = newStream();
    await store.append(stream, 'no-stream', [fact(1)]);
    const [found] = await all(store.read(stream));
    expect(() => Object.assign(found?.data as object, { n: 2 })).toThrow(TypeError);
  });

  it('does not count system events as the head, and tells their place as checkpoints', async () => {
    const store = inMemoryStore();
    const { position } = committed(await store.append(newStream(), 'no-stream', facts(1)));
    const system = committed(
      await store.append('$$example', 'no-stream', [{ ...fact(1), type: '$metadata' }]),
    );
    expect(await store.head()).toEqual({ ...position, recordedAt: expect.any(Date) as Date });
    const ending = new AbortController();
    const seen = [];
    for await (const item of store.subscribe({ from: position, signal: ending.signal })) {
      seen.push(item);
      ending.abort();
    }
    expect(seen).toEqual([{ kind: 'checkpoint', position: system.position }]);
  });

  it('is unavailable once closed', async () => {
    const store = inMemoryStore();
    await store.close();
    expect(await store.append(newStream(), 'no-stream', facts(1))).toMatchObject({ kind: 'unknown' });
    await expect(all(store.read(newStream()))).rejects.toMatchObject({ code: 'unavailable' });
    await expect(store.head()).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('ends its subscriptions as unavailable when it closes', async () => {
    const store = inMemoryStore();
    const items = store.subscribe({ signal: new AbortController().signal })[Symbol.asyncIterator]();
    await items.next();
    const next = items.next();
    await store.close();
    await expect(next).rejects.toMatchObject({ code: 'unavailable' });
  });
});
