import type { Position, RecordedEvent } from '@benkan/event-store';
import { napping } from './napping';
import { isAfter } from './position';

export type FoldBatch = (batch: readonly RecordedEvent[], upTo: Position) => Promise<void>;

// after a fold, as long as it takes a busy store to say a handful more
const LINGER_MS = 60;
const ENOUGH = 100;

// what was delivered together is folded together: two events of one append may share their commit
const delivered = () => new Promise<void>((resolve) => setImmediate(resolve));

export type GatheringOptions = {
  readonly fold: FoldBatch;
  readonly signal: AbortSignal;
  readonly onFailure: () => void;
  /** As many events as may wait while others are being folded. */
  readonly most: number;
};

/**
 * Gathers events while a batch is being folded: one fold at a time, in order, none after a failure
 * (it would fold later events onto documents that lack the earlier ones).
 */
export const gathering = ({ fold, signal, onFailure, most }: GatheringOptions) => {
  let underWay: readonly RecordedEvent[] = [];
  let events: RecordedEvent[] = [];
  let upTo: Position | undefined;
  let busy = false;
  let waitedFor = 0;
  let folding = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;
  let taken: () => void = () => undefined;
  const linger = napping(signal);

  const take = () => {
    underWay = events;
    events = [];
    upTo = undefined;
    taken();
  };

  // whoever waits for the fold has nothing more to say meanwhile
  const mayComeMore = () => waitedFor === 0 && events.length < ENOUGH && !signal.aborted;

  const foldAll = async () => {
    try {
      await delivered();
      while (upTo !== undefined && !signal.aborted) {
        const target = upTo;
        take();
        await fold(underWay, target);
        underWay = [];
        if (mayComeMore()) await linger.nap(LINGER_MS);
      }
    } catch (error) {
      if (signal.aborted) return;
      failure = { error };
      onFailure();
    } finally {
      busy = false;
      taken();
    }
  };

  const reach = (position: Position) => {
    if (isAfter(position, upTo)) upTo = position;
    if (busy || failure !== undefined) return;
    busy = true;
    folding = foldAll();
  };

  const waitFor = async (change: Promise<void>) => {
    waitedFor += 1;
    linger.wake();
    await change;
    waitedFor -= 1;
    if (failure !== undefined) throw failure.error;
  };

  return {
    add: (event: RecordedEvent) => {
      events.push(event);
      reach(event.position);
    },
    /** Everything up to here was looked at. */
    reach,
    isFull: () => events.length >= most,
    waiting: () => events.length,
    /** Delivered and not folded, in order. */
    unfolded: (): readonly RecordedEvent[] => [...underWay, ...events],
    /** Resolves when what waits is being folded. Throws what a fold threw. */
    room: () => waitFor(busy ? new Promise((resolve) => (taken = resolve)) : folding),
    /** Resolves when nothing is left to fold. Throws what the fold threw. */
    settled: () => waitFor(folding),
  };
};
