import { StoreUnavailable, type EventStore, type SubscriptionItem } from '@benkan/event-store';
import { checkpointOf, contents, folded, following, newAccount, notebook, noted } from './ledger.examples';
import { inMemoryViews, type InMemoryViews } from './in-memory';
import type { ViewStore } from './view-store';

// waits end at once: nothing here depends on how long they are
jest.mock('node:timers/promises', () => ({
  setTimeout: () => new Promise((resolve) => setImmediate(resolve)),
}));

type Subscribe = EventStore['subscribe'];

const subscribing = (store: EventStore, subscribe: Subscribe): EventStore => ({ ...store, subscribe });

/** A notebook with three streams on two accounts, and what its views should be. */
const writtenBook = async () => {
  const book = notebook();
  const streams = [newAccount(), newAccount(), newAccount()] as const;
  for (let n = 0; n < 9; n += 1)
    await book.write(streams[n % 3] ?? streams[0], noted(n % 2 === 0 ? 'a' : 'b', n), noted('c', n));
  const expected = inMemoryViews();
  await folded(book.store, expected);
  return { ...book, streams, expected: contents(expected) };
};

/** Views of which one operation fails, the first `times` it is asked, before or after it was done. */
const failing = (operation: keyof ViewStore, when: 'before' | 'after', times = 1) => {
  const views = inMemoryViews();
  const done = views[operation] as (...given: unknown[]) => Promise<unknown>;
  let left = times;
  const fails = async (...given: unknown[]) => {
    const fail = left > 0;
    if (fail) left -= 1;
    if (fail && when === 'before') throw new Error(`${operation} failed`);
    const result = await done(...given);
    if (fail) throw new Error(`${operation} failed`);
    return result;
  };
  return { ...views, [operation]: fails } as InMemoryViews;
};

describe('what is delivered more than once', () => {
  it.each<[string, (item: SubscriptionItem) => readonly SubscriptionItem[]]>([
    ['twice, one after the other', (item) => [item, item]],
    ['three times', (item) => [item, item, item]],
  ])('makes the same documents: %s', async (_name, repeat) => {
    const { store, expected } = await writtenBook();
    const views = inMemoryViews();
    const repeating = subscribing(store, async function* (options) {
      for await (const item of store.subscribe(options)) yield* item.kind === 'event' ? repeat(item) : [item];
    });
    await folded(repeating, views, { batchSize: 4 });
    expect(contents(views)).toBe(expected);
  });

  it.each([1, 2, 5, 500])('makes the same documents: all batches again, %s at a time', async (batchSize) => {
    const { store, expected } = await writtenBook();
    const views = inMemoryViews();
    const replaying = subscribing(store, async function* (options) {
      const seen: SubscriptionItem[] = [];
      for await (const item of store.subscribe(options)) {
        seen.push(item);
        yield* item.kind === 'event' ? [...seen] : [item];
      }
    });
    await folded(replaying, views, { batchSize });
    expect(contents(views)).toBe(expected);
  });

  it('makes the same documents when the checkpoints were lost', async () => {
    const { store, write, streams } = await writtenBook();
    const [views, once] = [inMemoryViews(), inMemoryViews()];
    const forgetful: InMemoryViews = { ...views, saveCheckpoint: async () => true };
    for (const batchSize of [500, 2, 500]) {
      await folded(store, forgetful, { batchSize });
      await write(streams[1], noted('a', 10), noted('b', 11));
    }
    await folded(store, views);
    await folded(store, once);
    expect(contents(views)).toBe(contents(once));
  });
});

describe('views that fail', () => {
  const operations = ['load', 'save', 'saveCheckpoint'] as const;
  const cases = operations.flatMap((operation) =>
    (['before', 'after'] as const).map((when) => [operation, when] as const),
  );

  it.each(cases)('%s fails once, %s it was done: nothing is lost or doubled', async (operation, when) => {
    const { store, expected } = await writtenBook();
    const views = failing(operation, when, 2);
    const troubles: string[] = [];
    await folded(store, views, { batchSize: 3, onTrouble: (_what, error) => troubles.push(String(error)) });
    expect(contents(views)).toBe(expected);
    expect(troubles).toContain(`Error: ${operation} failed`);
  });

  it.each(cases)(
    '%s fails %s it was done, with nothing more to come: it is tried again',
    async (operation, when) => {
      const { store, write } = notebook();
      const quiet = inMemoryViews();
      const views = failing(operation, when);
      const { caughtUp, waitFor, stop } = await following(store, views);
      await caughtUp;
      const end = await write(newAccount(), noted('a', 1));
      expect(await waitFor(end, 5_000)).toBe(true);
      await stop();
      await folded(store, quiet);
      expect(contents(views)).toBe(contents(quiet));
    },
  );

  it('crash between documents and checkpoint: the next process makes the same documents', async () => {
    const { store, write, streams } = await writtenBook();
    const views = inMemoryViews();
    const crashing: InMemoryViews = {
      ...views,
      saveCheckpoint: async () => {
        throw new Error('crashed');
      },
    };
    let crashed: () => void = () => undefined;
    const trouble = new Promise<void>((resolve) => (crashed = resolve));
    const { stop } = await following(store, crashing, { onTrouble: () => crashed() });
    await trouble;
    await stop();
    expect(views.all('ledgers__v1__g1')).not.toEqual([]);
    expect(await checkpointOf(views, 'ledgers__v1')).toBeUndefined();
    await write(streams[0], noted('a', 1), noted('c', 2));
    await folded(store, views);
    const once = inMemoryViews();
    await folded(store, once);
    expect(contents(views)).toBe(contents(once));
  });

  it('hold up no other view: one slice fails, the other is not folded twice at once', async () => {
    const { store, expected } = await writtenBook();
    const views = inMemoryViews();
    let left = 3;
    const underway = new Map<string, number>();
    const most: number[] = [];
    const slow: InMemoryViews = {
      ...views,
      save: async (collection, documents) => {
        underway.set(collection, (underway.get(collection) ?? 0) + 1);
        most.push(underway.get(collection) ?? 0);
        if (collection === 'ledgers__v1__g1' && left-- > 0) {
          underway.set(collection, 0);
          throw new Error('away');
        }
        for (let turn = 0; turn < 200; turn += 1) await new Promise(setImmediate);
        await views.save(collection, documents);
        underway.set(collection, (underway.get(collection) ?? 0) - 1);
      },
    };
    await folded(store, slow);
    expect(contents(views)).toBe(expected);
    expect(Math.max(...most)).toBe(1);
  });
});

describe('a store that goes away', () => {
  it.each([0, 1, 4, 17])(
    'is subscribed to again, after %s items: nothing is lost or doubled',
    async (after) => {
      const { store, expected } = await writtenBook();
      const views = inMemoryViews();
      let left = 3;
      const troubles: unknown[] = [];
      const going = subscribing(store, async function* (options) {
        let n = 0;
        for await (const item of store.subscribe(options)) {
          if (left > 0 && n++ === after) {
            left -= 1;
            throw new StoreUnavailable('away');
          }
          yield item;
        }
      });
      await folded(going, views, { onTrouble: (_what, error) => troubles.push(error), batchSize: 2 });
      expect(contents(views)).toBe(expected);
      expect(troubles.length).toBeGreaterThan(0);
      expect(troubles.every((error) => error instanceof StoreUnavailable)).toBe(true);
    },
  );

  it('is subscribed to again when it ends without a word', async () => {
    const { store, expected } = await writtenBook();
    const views = inMemoryViews();
    let subscriptions = 0;
    const ending = subscribing(store, async function* (options) {
      subscriptions += 1;
      let n = 0;
      for await (const item of store.subscribe(options)) {
        if (subscriptions < 3 && n++ === 3) return;
        yield item;
      }
    });
    await folded(ending, views);
    expect(contents(views)).toBe(expected);
    expect(subscriptions).toBe(3);
  });
});
