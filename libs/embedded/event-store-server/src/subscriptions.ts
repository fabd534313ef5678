import type { EventLog } from './event-log';
import type { Filter } from './filter';
import { breathe, type From, type Source } from './reads';
import { windowOf } from './stream-window';

export type AllSubscription = {
  /** Exclusive: what was seen last. */
  readonly from: From;
  readonly filter?: Filter;
};

type Cursor = { seen: number; looked: number };

const seenAt = (from: From, last: number, none: number): number => {
  if (from === 'start') return none;
  return from === 'end' ? last : from;
};

function* allToTail(log: EventLog, cursor: Cursor, filter: Filter | undefined): Source {
  while (cursor.seen < log.tail) {
    const event = log.at(++cursor.seen);
    cursor.looked += 1;
    if (!filter || filter.matches(event)) yield { kind: 'event', event };
    if (filter && cursor.looked % filter.checkpointEvery === 0)
      yield { kind: 'checkpoint', position: cursor.seen };
    yield* breathe(cursor.looked);
  }
}

/** Pulls from the log at the reader's pace: there is no queue that could overflow or lose an event. */
export function* subscribeToAll(
  log: EventLog,
  { from, filter }: AllSubscription,
  signal: AbortSignal,
): Source {
  const cursor = { seen: seenAt(from, log.tail, 0), looked: 0 };
  yield* allToTail(log, cursor, filter);
  if (filter && cursor.looked > 0) yield { kind: 'checkpoint', position: cursor.seen };
  yield { kind: 'caught-up' };
  while (!signal.aborted) {
    yield log.changed(cursor.seen, signal);
    yield* allToTail(log, cursor, filter);
  }
}

export type StreamSubscription = {
  readonly stream: string;
  /** Exclusive: the revision seen last. */
  readonly from: From;
};

function* streamToLast(log: EventLog, stream: string, cursor: Cursor, now: number): Source {
  const window = windowOf(log, stream, now);
  if (window.kind === 'closed') yield { kind: 'closed', stream };
  if (window.kind !== 'open') return;
  for (let at = Math.max(cursor.seen + 1, window.first); at <= window.last; at += 1) {
    const event = log.find(stream, at, window.head);
    cursor.seen = at;
    cursor.looked += 1;
    if (event && event.created >= window.notBefore) yield { kind: 'event', event };
    yield* breathe(cursor.looked);
  }
}

export function* subscribeToStream(
  log: EventLog,
  { stream, from }: StreamSubscription,
  signal: AbortSignal,
  now: () => number,
): Source {
  const cursor = { seen: seenAt(from, log.head(stream)?.last ?? -1, -1), looked: 0 };
  let { tail } = log;
  yield* streamToLast(log, stream, cursor, now());
  yield { kind: 'caught-up' };
  while (!signal.aborted) {
    yield log.changed(tail, signal);
    ({ tail } = log);
    yield* streamToLast(log, stream, cursor, now());
  }
}
