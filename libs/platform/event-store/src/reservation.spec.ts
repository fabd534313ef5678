import { randomUUID } from 'node:crypto';
import { headerOf } from './counter.examples';
import { StoreUnavailable, type EventStore } from './event-store';
import { inMemoryStore } from './in-memory';
import { UnreadableHistory } from './loaded';
import { reserve } from './reservation';
import { all, fact } from './store.examples';
import { inOrder, troubled } from './troubled.examples';
import { verifyChain } from './verify-chain';

const KEY = 'ab'.repeat(32);

describe('reserving a key', () => {
  let store: EventStore;
  beforeEach(() => {
    store = inMemoryStore();
  });

  const stored = () => all(store.read(`reserve-${KEY}`));

  it('is the holder who came first, for ever', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    expect(await reserve(store, KEY, first, headerOf('a'))).toBe(first);
    expect(await reserve(store, KEY, second, headerOf('b'))).toBe(first);
    expect(await reserve(store, KEY, first, headerOf('a'))).toBe(first);
    expect((await stored()).map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'reserved', data: { holder: first } },
    ]);
  });

  it('keeps other keys apart', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    expect(await reserve(store, KEY, first, headerOf('a'))).toBe(first);
    expect(await reserve(store, 'cd'.repeat(32), second, headerOf('b'))).toBe(second);
  });

  it('has one holder when many ask at once', async () => {
    const asked = Array.from({ length: 20 }, (_, n) => ({ holder: randomUUID(), header: headerOf(n) }));
    const answers = await Promise.all(asked.map(({ holder, header }) => reserve(store, KEY, holder, header)));
    expect(new Set(answers).size).toBe(1);
    expect(await stored()).toHaveLength(1);
    expect((await stored())[0]?.data).toEqual({ holder: answers[0] });
  });

  it.each(['lost', 'reply-lost'] as const)(
    'is unavailable while nobody knows, and settled by a retry: %s',
    async (trouble) => {
      const { store: faulty } = troubled(store, inOrder(trouble));
      const [holder, header] = [randomUUID(), headerOf('a')];
      await expect(reserve(faulty, KEY, holder, header)).rejects.toThrow(StoreUnavailable);
      expect(await reserve(faulty, KEY, holder, header)).toBe(holder);
      expect(await stored()).toHaveLength(1);
    },
  );

  it('is given to nobody when the winner of a race cannot be read', async () => {
    const { store: faulty } = troubled(store, inOrder({ kind: 'conflict' }));
    await expect(reserve(faulty, KEY, randomUUID(), headerOf('a'))).rejects.toThrow(StoreUnavailable);
  });

  it('is given to nobody when the reservation cannot be understood', async () => {
    await store.append(`reserve-${KEY}`, 'no-stream', [fact(1)]);
    await expect(reserve(store, KEY, randomUUID(), headerOf('a'))).rejects.toThrow(UnreadableHistory);
  });

  it('is chained like any stream', async () => {
    await reserve(store, KEY, randomUUID(), headerOf('a'));
    expect(await verifyChain(store, `reserve-${KEY}`)).toMatchObject({ kind: 'whole', revision: 0n });
  });
});
