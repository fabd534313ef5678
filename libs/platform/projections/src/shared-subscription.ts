import type { EventStore, Position, SubscribeOptions, SubscriptionItem } from '@benkan/event-store';
import { liveItems, placeOf } from './live-items';

/** Items kept for readers that are slower than others: as many again before the oldest are let go. */
const KEPT = 500;

type Live = {
  readonly items: ReturnType<typeof liveItems>;
  readonly ending: AbortController;
  readers: number;
};

const liveFrom = (store: EventStore, from: Position | undefined, most: number): Live => {
  const ending = new AbortController();
  const items = liveItems(from, most);
  const listen = async () => {
    for await (const item of store.subscribe({ ...(from && { from }), signal: ending.signal }))
      if (item.kind !== 'caught-up') items.add(item);
  };
  listen().then(
    () => items.end(),
    (error: unknown) => items.end({ error }),
  );
  return { items, ending, readers: 0 };
};

/**
 * The same store, whose subscribers read what is new through one subscription: a process that hosts several services
 * has each event sent and decoded once. Each catches up alone, then joins; one that is left behind by more than is
 * kept goes alone again. A broken subscription breaks for all, as their own would have.
 */
export const sharedSubscription = (store: EventStore, most = KEPT): EventStore => {
  let live: Live | undefined;

  const joined = (from: Position | undefined): Live => {
    if (live === undefined || live.items.isOver()) live = liveFrom(store, from, most);
    live.readers += 1;
    return live;
  };

  const leave = (left: Live) => {
    left.readers -= 1;
    if (left.readers > 0) return;
    if (live === left) live = undefined;
    left.ending.abort();
  };

  async function* together(from: Position | undefined, signal: AbortSignal) {
    const mine = joined(from);
    try {
      yield* mine.items.after(from, signal);
    } finally {
      leave(mine);
    }
  }

  async function* alone(from: Position | undefined, signal: AbortSignal) {
    for await (const item of store.subscribe({ ...(from && { from }), signal })) {
      yield item;
      if (item.kind === 'caught-up') return;
    }
  }

  async function* subscribe({ from, signal }: SubscribeOptions): AsyncGenerator<SubscriptionItem> {
    let position = from;
    for (let joins = true; joins && !signal.aborted;) {
      joins = false;
      for await (const item of alone(position, signal)) {
        if (item.kind === 'caught-up') joins = true;
        else position = placeOf(item);
        yield item;
      }
      for await (const item of joins ? together(position, signal) : []) {
        position = placeOf(item);
        yield item;
      }
    }
  }

  return { ...store, subscribe };
};
