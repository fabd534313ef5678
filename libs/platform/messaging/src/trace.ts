import { randomUUID } from 'node:crypto';

// version, trace id, parent id, flags; a version to come may say more behind them
const TRACEPARENT =
  /^(?!ff)([0-9a-f]{2})-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]([0-9a-f])(-.*)?$/;
const LONGEST = 256;

// the digits of a random UUID that are random
const newSpanId = (): string => {
  const uuid = randomUUID();
  return uuid.slice(0, 8) + uuid.slice(-8);
};

type Place = { readonly traceId: string; readonly flags: '00' | '01' };

const newPlace = (): Place => ({ traceId: randomUUID().replaceAll('-', ''), flags: '01' });

const placeIn = (given: string): Place | undefined => {
  if (given.length > LONGEST) return undefined;
  const [, version, traceId, flags = '0', rest] = TRACEPARENT.exec(given) ?? [];
  if (traceId === undefined || (version === '00' && rest !== undefined)) return undefined;
  return { traceId, flags: Number.parseInt(flags, 16) % 2 === 1 ? '01' : '00' };
};

/**
 * The next hop of a trace, as a W3C `traceparent` of version 00: the same trace and sampling, a span id of its own.
 * A new trace where nothing, or nothing valid, is given: what a stranger sent is never passed on as it came.
 */
export const nextSpan = (traceparent: string | undefined): string => {
  const { traceId, flags } = placeIn(traceparent ?? '') ?? newPlace();
  return `00-${traceId}-${newSpanId()}-${flags}`;
};

/** The 32 hex digits all hops of a trace share; for log lines. Of a `traceparent` that `nextSpan` made. */
export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35);
