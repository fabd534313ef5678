import type { Position, SubscriptionItem } from '@benkan/event-store';
import { isAfter } from './position';

/** What lies somewhere in the log. */
export type Placed = Exclude<SubscriptionItem, { kind: 'caught-up' }>;

export const placeOf = (item: Placed): Position => (item.kind === 'event' ? item.event : item).position;

/** The last items of a subscription, for as many readers as like, each at its own pace. */
export const liveItems = (from: Position | undefined, most: number) => {
  let kept: Placed[] = [];
  let putOut = 0;
  // everything behind this is kept, or will come
  let floor = from;
  let over: { readonly error?: unknown } | undefined;
  let wakes: (() => void)[] = [];

  const wakeAll = () => {
    const waiting = wakes;
    wakes = [];
    for (const wake of waiting) wake();
  };

  const add = (item: Placed) => {
    kept.push(item);
    if (kept.length > most * 2) {
      floor = placeOf(kept[most] ?? item);
      kept = kept.slice(most + 1);
      putOut += most + 1;
    }
    wakeAll();
  };

  const changed = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      signal.addEventListener('abort', done, { once: true });
      wakes.push(done);
    });

  const covers = (position: Position | undefined): boolean =>
    floor === undefined || (position !== undefined && !isAfter(floor, position));

  /** What lies behind a position; ends when the signal aborts, or for a reader that was left behind. */
  async function* after(position: Position | undefined, signal: AbortSignal): AsyncGenerator<Placed> {
    if (!covers(position)) return;
    for (let next = putOut; !signal.aborted && next >= putOut;) {
      const item = kept[next - putOut];
      if (item !== undefined) {
        next += 1;
        if (isAfter(placeOf(item), position)) yield item;
      } else if (over === undefined) await changed(signal);
      else if ('error' in over) throw over.error;
      else return;
    }
  }

  return {
    add,
    after,
    /** No more comes: because of an error, which every reader is told, or for no reason. */
    end: (failure: { readonly error?: unknown } = {}) => {
      over ??= failure;
      wakeAll();
    },
    isOver: () => over !== undefined,
  };
};
