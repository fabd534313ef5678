import { setTimeout as pause } from 'node:timers/promises';
import type { Position, RecordedEvent } from '@benkan/event-store';
import { isAfter } from './position';

export type FoldBatch = (batch: readonly RecordedEvent[], upTo: Position) => Promise<void>;

// after a fold, as long as it takes a busy store to say a handful more
const LINGER_MS = 60;
const ENOUGH = 100;

// what was delivered together is folded together: two events of one append may share their commit
const delivered = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Gathers events while a batch is being folded: one fold at a time, in order, none after a failure
 * (it would fold later events onto documents that lack the earlier ones).
 */
export const gathering = (fold: FoldBatch, signal: AbortSignal, onFailure: () => void) => {
  let underWay: readonly RecordedEvent[] = [];
  let events: RecordedEvent[] = [];
  let upTo: Position | undefined;
  let busy = false;
  let folding = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;

  const foldAll = async () => {
    try {
      await delivered();
      while (upTo !== undefined && !signal.aborted) {
        const target = upTo;
        underWay = events;
        events = [];
        upTo = undefined;
        await fold(underWay, target);
        underWay = [];
        if (events.length < ENOUGH) await pause(LINGER_MS, undefined, { signal });
      }
    } catch (error) {
      if (signal.aborted) return;
      failure = { error };
      onFailure();
    } finally {
      busy = false;
    }
  };

  const reach = (position: Position) => {
    if (isAfter(position, upTo)) upTo = position;
    if (busy || failure !== undefined) return;
    busy = true;
    folding = foldAll();
  };

  return {
    add: (event: RecordedEvent) => {
      events.push(event);
      reach(event.position);
    },
    /** Everything up to here was looked at. */
    reach,
    waiting: () => events.length,
    /** Delivered and not folded, in order. */
    unfolded: (): readonly RecordedEvent[] => [...underWay, ...events],
    /** Resolves when nothing is left to fold. Throws what the fold threw. */
    settled: async () => {
      await folding;
      if (failure !== undefined) throw failure.error;
    },
  };
};
