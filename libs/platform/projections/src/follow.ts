import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Position, RecordedEvent, SubscriptionItem } from '@benkan/event-store';
import { gathering } from './gathering';
import type { Projection, ViewStore } from './projection';
import { readEvent, type EventReader } from './read-event';
import { openSlice, type Slice } from './slice';
import { positionWaiters } from './waiters';

export type FollowOptions = {
  readonly store: EventStore;
  readonly views: ViewStore;
  readonly projections: readonly Projection[];
  readonly read: EventReader;
  /** Stream names without their id whose events are ours; other streams only move the position. */
  readonly aggregates: readonly string[];
  readonly onTrouble?: (what: string, error: unknown) => void;
  readonly batchSize?: number;
};

export type Following = {
  /** Resolves when everything stored at the start has been folded. */
  readonly caughtUp: Promise<void>;
  /** The commit position every view has reached; -1 before the first event. */
  readonly position: () => bigint;
  /** Waits until the views include a position; false when the time is up. */
  readonly waitFor: (position: bigint, milliseconds: number) => Promise<boolean>;
  readonly parkedStreams: () => number;
  readonly stop: () => Promise<void>;
};

const lowest = (slices: readonly Slice[]): Position | undefined => {
  let low: Position | undefined;
  for (const slice of slices) {
    const checkpoint = slice.checkpoint();
    if (checkpoint === undefined) return undefined;
    if (low === undefined || checkpoint.commit < low.commit) low = checkpoint;
  }
  return low;
};

const aggregateOf = (stream: string): string => stream.slice(0, Math.max(0, stream.length - 37));

const LONGEST_PAUSE_MS = 5_000;

/**
 * The only code that subscribes: one subscription to everything, folded batch by batch into every slice.
 * Documents first, checkpoint after; a crash between the two repeats at most one batch, which the guards ignore.
 */
export const follow = async (options: FollowOptions): Promise<Following> => {
  const { store, views, batchSize = 500, onTrouble = () => undefined } = options;
  const slices = await Promise.all(options.projections.map((projection) => openSlice(projection, views)));
  const ours = new Set(options.aggregates);
  const waiters = positionWaiters();
  const stopping = new AbortController();
  let markCaughtUp: () => void = () => undefined;
  const caughtUp = new Promise<void>((resolve) => (markCaughtUp = resolve));

  const fold = async (batch: readonly RecordedEvent[], upTo: Position) => {
    const incoming = batch
      .filter(({ stream }) => ours.has(aggregateOf(stream)))
      .map((recorded) => ({ recorded, reading: readEvent(options.read, recorded) }));
    // no slice is left behind in mid-air: a batch that is repeated must not meet itself
    const outcomes = await Promise.allSettled(slices.map((slice) => slice.apply(incoming, upTo)));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    waiters.moveTo(upTo.commit);
  };

  const take = async (gathered: ReturnType<typeof gathering>, item: SubscriptionItem) => {
    if (item.kind === 'event') gathered.add(item.event);
    if (item.kind === 'checkpoint') gathered.reach(item.position);
    if (gathered.waiting() >= batchSize || item.kind === 'caught-up') await gathered.settled();
    if (item.kind === 'caught-up') markCaughtUp();
  };

  const run = async () => {
    const from = lowest(slices);
    if (from !== undefined) waiters.moveTo(from.commit);
    const ending = new AbortController();
    const signal = AbortSignal.any([stopping.signal, ending.signal]);
    const gathered = gathering(fold, stopping.signal, () => ending.abort());
    try {
      for await (const item of store.subscribe({ ...(from === undefined ? {} : { from }), signal }))
        await take(gathered, item);
    } finally {
      await gathered.settled();
    }
  };

  const supervise = async () => {
    for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
      const reached = waiters.reached();
      await run().catch((error: unknown) => {
        if (!stopping.signal.aborted) onTrouble('subscription', error);
      });
      if (waiters.reached() > reached) attempt = 0;
      const wait = Math.min(LONGEST_PAUSE_MS, 50 * 2 ** attempt);
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  const supervision = supervise();
  return {
    caughtUp,
    position: waiters.reached,
    waitFor: waiters.waitFor,
    parkedStreams: () => slices.reduce((sum, slice) => sum + slice.parkedCount(), 0),
    stop: async () => {
      stopping.abort();
      await supervision;
      await Promise.all(slices.map((slice) => slice.rest())).catch((error: unknown) =>
        onTrouble('checkpoint', error),
      );
    },
  };
};
