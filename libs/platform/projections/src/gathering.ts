import { setTimeout as pause } from 'node:timers/promises';
import type { Position, RecordedEvent } from '@benkan/event-store';

export type FoldBatch = (batch: readonly RecordedEvent[], upTo: Position) => Promise<void>;

// after a fold, as long as it takes a busy store to say a handful more
const LINGER_MS = 60;
const ENOUGH = 100;

/**
 * Gathers events while a batch is being folded: one fold at a time, in order, none after a failure
 * (it would fold later events onto documents that lack the earlier ones).
 */
export const gathering = (fold: FoldBatch, signal: AbortSignal, onFailure: () => void) => {
  let events: RecordedEvent[] = [];
  let upTo: Position | undefined;
  let busy = false;
  let folding = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;

  const foldAll = async () => {
    try {
      while (upTo !== undefined && !signal.aborted) {
        const [batch, target] = [events, upTo];
        events = [];
        upTo = undefined;
        await fold(batch, target);
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
    if (upTo === undefined || position.commit > upTo.commit) upTo = position;
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
    /** Resolves when nothing is left to fold. Throws what the fold threw. */
    settled: async () => {
      await folding;
      if (failure !== undefined) throw failure.error;
    },
  };
};
