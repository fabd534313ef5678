import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventLog } from './event-log';
import type { Filter } from './filter';
import type { From, Source } from './reads';
import { windowOf } from './stream-window';

const TURN_EVERY = 256;

export type AllSubscription = {
  /** Exclusive: what was seen last. */
  readonly from: From;
  readonly filter?: Filter;
};

const positionAt = (from: From, tail: number): number => {
  if (from === 'start') return 0;
  return from === 'end' ? tail : from;
};

/** Pulls from the log at the reader's pace: there is no queue that could overflow or lose an event. */
export async function* subscribeToAll(
  log: EventLog,
  { from, filter }: AllSubscription,
  signal: AbortSignal,
): Source {
  let seen = positionAt(from, log.tail);
  let looked = 0;
  let caughtUp = false;
  while (!signal.aborted) {
    if (seen >= log.tail) {
      if (!caughtUp && filter && looked > 0) yield { kind: 'checkpoint', position: seen };
      if (!caughtUp) yield { kind: 'caught-up' };
      caughtUp = true;
      await log.changed(seen, signal);
      continue;
    }
    const event = log.at(++seen);
    looked += 1;
    if (!filter || filter.matches(event)) yield { kind: 'event', event };
    if (filter && looked % filter.checkpointEvery === 0) yield { kind: 'checkpoint', position: seen };
    if (looked % TURN_EVERY === 0) await nextTurn();
  }
}

export type StreamSubscription = {
  readonly stream: string;
  /** Exclusive: the revision seen last. */
  readonly from: From;
};

export async function* subscribeToStream(
  log: EventLog,
  { stream, from }: StreamSubscription,
  signal: AbortSignal,
  now: () => number,
): Source {
  const lastNow = log.head(stream)?.last ?? -1;
  let seen = from === 'start' ? -1 : from === 'end' ? lastNow : from;
  let caughtUp = false;
  while (!signal.aborted) {
    const { tail } = log;
    const window = windowOf(log, stream, now());
    if (window.kind === 'closed') return yield { kind: 'closed', stream };
    if (window.kind === 'open') {
      for (let at = Math.max(seen + 1, window.first); at <= window.last && !signal.aborted; at += 1) {
        const event = log.find(stream, at);
        seen = at;
        if (event && event.created >= window.notBefore) yield { kind: 'event', event };
        if (at % TURN_EVERY === 0) await nextTurn();
      }
    }
    if (!caughtUp) yield { kind: 'caught-up' };
    caughtUp = true;
    await log.changed(tail, signal);
  }
}
