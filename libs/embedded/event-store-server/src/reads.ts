import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventLog } from './event-log';
import type { Filter } from './filter';
import type { StoredEvent } from './record';
import { windowOf } from './stream-window';

/** What a reader is sent, in order. */
export type Item =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  | { readonly kind: 'missing'; readonly stream: string }
  | { readonly kind: 'closed'; readonly stream: string }
  | { readonly kind: 'checkpoint'; readonly position: number }
  | { readonly kind: 'caught-up' };

export type From = 'start' | 'end' | number;

export type StreamRead = {
  readonly stream: string;
  /** Inclusive. */
  readonly from: From;
  readonly backwards: boolean;
  readonly count: number;
};

export type AllRead = {
  /** Inclusive forwards, exclusive backwards. */
  readonly from: From;
  readonly backwards: boolean;
  readonly count: number;
  readonly filter?: Filter;
};

/** Items, and what to wait for before asking for the next one: an iteration that waits for each costs more than the item. */
export type Source = Generator<Item | Promise<void>, void>;

// so that one long scan does not hold up everyone else
const TURN_EVERY = 256;
/** What a long scan waits for now and then. */
export function* breathe(looked: number): Generator<Promise<void>, void> {
  if (looked % TURN_EVERY === 0) yield nextTurn();
}

const startOf = (from: From, backwards: boolean, first: number, last: number): number => {
  const wanted = from === 'start' ? first : from === 'end' ? last : from;
  if (backwards) return Math.min(wanted, last);
  return from === 'end' ? last + 1 : Math.max(wanted, first);
};

export function* readStream(log: EventLog, read: StreamRead, now: number): Source {
  const window = windowOf(log, read.stream, now);
  if (window.kind !== 'open') return yield { kind: window.kind, stream: read.stream };
  const { head, first, last, notBefore } = window;
  const step = read.backwards ? -1 : 1;
  let left = read.count;
  let looked = 0;
  for (
    let at = startOf(read.from, read.backwards, first, last);
    at >= first && at <= last && left > 0;
    at += step
  ) {
    const event = log.find(read.stream, at, head);
    yield* breathe(++looked);
    if (!event || event.created < notBefore) continue;
    left -= 1;
    yield { kind: 'event', event };
  }
}

const allStart = ({ from, backwards }: AllRead, tail: number): number => {
  if (from === 'start') return backwards ? 0 : 1;
  if (from === 'end') return backwards ? tail : tail + 1;
  return backwards ? Math.min(from - 1, tail) : Math.max(from, 1);
};

export function* readAll(log: EventLog, read: AllRead): Source {
  const { tail } = log;
  const step = read.backwards ? -1 : 1;
  let left = read.count;
  let looked = 0;
  for (let at = allStart(read, tail); at >= 1 && at <= tail && left > 0; at += step) {
    const event = log.at(at);
    yield* breathe(++looked);
    if (read.filter && !read.filter.matches(event)) continue;
    left -= 1;
    yield { kind: 'event', event };
  }
}
