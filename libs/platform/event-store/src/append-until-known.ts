import { setTimeout as pause } from 'node:timers/promises';
import type { Handled, HandlingFault } from './aggregate';
import type { AppendOutcome, AppendRefusal, EventStore, EventToAppend, Expected } from './event-store';

/** A jittered wait before attempt `n`. */
export const backoff = (n: number): Promise<void> => pause(Math.random() * Math.min(1_000, 10 * 2 ** n));

export type Target = { readonly stream: string; readonly expected: Expected };

/**
 * Appends; while the outcome is unknown, the same append again: the same ids at the same revision are written once.
 * Stops asking once `late`.
 */
export const appendUntilKnown =
  (store: EventStore, maxRetries: number) =>
  async (
    { stream, expected }: Target,
    events: readonly EventToAppend[],
    late: AbortSignal,
  ): Promise<AppendOutcome> => {
    let outcome = await store.append(stream, expected, events);
    for (let retry = 0; outcome.kind === 'unknown' && retry < maxRetries; retry += 1) {
      await backoff(retry + 3);
      if (late.aborted) return outcome;
      outcome = await store.append(stream, expected, events);
    }
    return outcome;
  };

const FAULTS: Readonly<Partial<Record<AppendRefusal, HandlingFault>>> = {
  'event-too-large': 'too-large',
  'append-too-large': 'too-large',
  'storage-full': 'storage-full',
  'stream-deleted': 'unreadable-history',
};

/** The fault of an append that did not happen. Throws where the mistake is the code's own. */
export const faultOf = (outcome: Extract<AppendOutcome, { kind: 'refused' | 'unknown' }>): Handled => {
  if (outcome.kind === 'unknown') return { kind: 'fault', code: 'unavailable', detail: outcome.detail };
  const code = FAULTS[outcome.code];
  if (code === undefined) throw new TypeError(`the store refused the events: ${outcome.code}`);
  return { kind: 'fault', code, detail: outcome.detail };
};
