import { randomUUID } from 'node:crypto';
import {
  inMemoryStore,
  StoreUnavailable,
  type EventStore,
  type Position,
  type SubscribeOptions,
  type SubscriptionItem,
} from '@benkan/event-store';
import { eventStoreContract } from '@benkan/event-store/contract';
import { sharedSubscription } from './shared-subscription';

eventStoreContract('in memory, its subscriptions shared', async () => {
  const store = sharedSubscription(inMemoryStore());
  return { store, close: () => store.close() };
});

/** A store that counts the subscriptions that are open, and can break them all. */
const watched = () => {
  const store = inMemoryStore();
  const open = new Set<AbortController>();
  let opened = 0;
  async function* subscribe({ signal, ...rest }: SubscribeOptions): AsyncGenerator<SubscriptionItem> {
    const breaking = new AbortController();
    open.add(breaking);
    opened += 1;
    try {
      yield* store.subscribe({ ...rest, signal: AbortSignal.any([signal, breaking.signal]) });
      if (breaking.signal.aborted) throw new StoreUnavailable('broken');
    } finally {
      open.delete(breaking);
    }
  }
  const breakAll = () => open.forEach((each) => each.abort());
  return { store: { ...store, subscribe }, open: () => open.size, opened: () => opened, breakAll };
};

const write = async (store: EventStore, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    const event = { id: randomUUID(), type: 'said', data: { n }, metadata: {} };
    await store.append(`talk-${randomUUID()}`, 'no-stream', [event]);
  }
};

/** A reader that reads when it is told to. */
const reader = (store: EventStore, from?: Position) => {
  const leaving = new AbortController();
  const items = store.subscribe({ ...(from && { from }), signal: leaving.signal })[Symbol.asyncIterator]();
  const places: bigint[] = [];
  const next = async (): Promise<SubscriptionItem | undefined> => {
    const { value, done } = await items.next();
    if (done === true) return undefined;
    if (value.kind === 'event') places.push(value.event.position.commit);
    return value;
  };
  const until = async (commit: bigint) => {
    while ((places.at(-1) ?? 0n) < commit) await next();
  };
  const caughtUp = async () => {
    while ((await next())?.kind !== 'caught-up');
  };
  return { places, next, until, caughtUp, leave: () => leaving.abort() };
};

const upTo = (count: number): bigint[] => Array.from({ length: count }, (_, n) => BigInt(n + 1));

describe('a shared subscription', () => {
  it('is one for all that have caught up', async () => {
    const { store, open } = watched();
    const shared = sharedSubscription(store);
    await write(shared, 3);
    const readers = [reader(shared), reader(shared), reader(shared)];
    for (const each of readers) await each.caughtUp();
    const live = readers.map((each) => each.until(5n));
    await write(shared, 2);
    await Promise.all(live);
    expect(readers.map(({ places }) => places)).toEqual([upTo(5), upTo(5), upTo(5)]);
    expect(open()).toBe(1);
  });

  it('delivers what was said between the catch-up and the joining', async () => {
    const shared = sharedSubscription(inMemoryStore());
    const [early, late] = [reader(shared), reader(shared)];
    await early.caughtUp();
    await late.caughtUp();
    await write(shared, 3);
    await early.until(3n);
    await write(shared, 1);
    await late.until(4n);
    expect(late.places).toEqual(upTo(4));
  });

  it('leaves out what a reader has seen that is ahead of it', async () => {
    const shared = sharedSubscription(inMemoryStore());
    await write(shared, 2);
    const ahead = reader(shared, { commit: 2n, prepare: 2n });
    const first = reader(shared);
    await first.caughtUp();
    const live = first.until(3n);
    await write(shared, 1);
    await live;
    await ahead.caughtUp();
    const more = [first.until(4n), ahead.until(4n)];
    await write(shared, 1);
    await Promise.all(more);
    expect([first.places, ahead.places]).toEqual([upTo(4), [3n, 4n]]);
  });

  it('loses and repeats nothing for one that is left behind, and holds nobody up', async () => {
    const { store, open, opened } = watched();
    const shared = sharedSubscription(store, 4);
    const [quick, slow] = [reader(shared), reader(shared)];
    await Promise.all([quick.caughtUp(), slow.caughtUp()]);
    const first = Promise.all([quick.until(1n), slow.until(1n)]);
    await write(shared, 1);
    await first;
    const rest = quick.until(40n);
    await write(shared, 39);
    await rest;
    const before = opened();
    await slow.until(40n);
    expect(opened()).toBe(before + 1);
    await slow.caughtUp();
    const live = Promise.all([quick.until(41n), slow.until(41n)]);
    await write(shared, 1);
    await live;
    expect([quick.places, slow.places]).toEqual([upTo(41), upTo(41)]);
    expect(open()).toBe(1);
  });

  it('loses nothing for one that joins when what it lacks was let go already', async () => {
    const shared = sharedSubscription(inMemoryStore(), 4);
    const [quick, slow] = [reader(shared), reader(shared)];
    await Promise.all([quick.caughtUp(), slow.caughtUp()]);
    const live = quick.until(30n);
    await write(shared, 30);
    await live;
    await slow.until(30n);
    expect(slow.places).toEqual(upTo(30));
  });

  it('breaks for every reader, and serves those who come again', async () => {
    const { store, breakAll } = watched();
    const shared = sharedSubscription(store);
    const readers = [reader(shared), reader(shared)];
    for (const each of readers) await each.caughtUp();
    const first = Promise.all(readers.map((each) => each.until(1n)));
    await write(shared, 1);
    await first;
    const broken = Promise.allSettled(readers.map((each) => each.next()));
    breakAll();
    const outcomes = await broken;
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await write(shared, 1);
    const again = reader(shared, { commit: 1n, prepare: 1n });
    await again.until(2n);
    expect(again.places).toEqual([2n]);
  });

  it('ends with its last reader', async () => {
    const { store, open } = watched();
    const shared = sharedSubscription(store);
    const readers = [reader(shared), reader(shared)];
    for (const each of readers) await each.caughtUp();
    const live = Promise.all(readers.map((each) => each.until(1n)));
    await write(shared, 1);
    await live;
    const ended = readers.map((each) => each.next());
    readers[0]?.leave();
    expect(await ended[0]).toBeUndefined();
    expect(open()).toBe(1);
    readers[1]?.leave();
    expect(await ended[1]).toBeUndefined();
    expect(open()).toBe(0);
  });
});
