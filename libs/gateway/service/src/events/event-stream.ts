import { setTimeout as after } from 'node:timers/promises';
import type { PublicEvent } from '@benkan/contracts/analytics';

/** A page of the history: what was recorded after a position, and how far was looked. */
export type Seen = {
  readonly items: readonly PublicEvent[];
  /** Where to go on when there is more. */
  readonly next?: string;
  readonly asOf: { readonly position: string };
};

export type Listening = {
  /** Asks for the page after a position, or for the end of the log; rejects with why not. */
  readonly look: (position: string) => Promise<Seen>;
  /** Whether it makes sense to look again after such a failure. */
  readonly passing: (error: unknown) => boolean;
  /** The code told to the listener when it ends by a failure that stays. */
  readonly codeOf: (error: unknown) => string;
  readonly signal: AbortSignal;
  readonly everyMs?: number;
  readonly heartbeatMs?: number;
};

/** Reconnect after so many milliseconds. */
const RETRY_MS = 3_000;

const EVERY_MS = 1_000;
const HEARTBEAT_MS = 15_000;

const OPENING = `retry: ${RETRY_MS}\n: benkan\n\n`;
const HEARTBEAT = ': heartbeat\n\n';

const recorded = (event: PublicEvent): string =>
  `id: ${event.position}\nevent: recorded\ndata: ${JSON.stringify(event)}\n\n`;

/** What is read may have moved up to here, whether or not the listener may see what moved it. */
const moved = (position: string): string =>
  `id: ${position}\nevent: moved\ndata: ${JSON.stringify({ position })}\n\n`;

const ended = (code: string): string =>
  `event: ${code === 'token-expired' ? code : 'ended'}\ndata: ${JSON.stringify({ code })}\n\n`;

const reachedBy = ({ next, asOf }: Seen): string => next ?? asOf.position;

/** The lines of one page; one that moved without an event for this listener says so. */
const linesOf = (page: Seen, from: string): readonly string[] => {
  const reached = reachedBy(page);
  const lines = page.items.map(recorded);
  return page.items.at(-1)?.position === reached || reached === from ? lines : [...lines, moved(reached)];
};

const waited = (ms: number, signal: AbortSignal): Promise<boolean> =>
  after(ms, true, { signal }).catch(() => false);

/** A page, or the code of a failure that stays; undefined after one that passes. */
const looked = async (
  { look, passing, codeOf }: Listening,
  position: string,
): Promise<Seen | string | undefined> => {
  try {
    return await look(position);
  } catch (error) {
    return passing(error) ? undefined : codeOf(error);
  }
};

/** Says that somebody is still there when nothing was said for a while. */
const heart = ({ everyMs = EVERY_MS, heartbeatMs = HEARTBEAT_MS }: Listening) => {
  let silent = 0;
  return (lines: readonly string[]): readonly string[] => {
    silent = lines.length > 0 ? 0 : silent + everyMs;
    if (silent < heartbeatMs) return lines;
    silent = 0;
    return [HEARTBEAT];
  };
};

/**
 * Server-sent events after a page already seen, until the signal aborts or the listener may listen no more:
 * `recorded` for each event, `moved` when only the position advanced, a comment as heartbeat, `token-expired` at the end.
 */
export async function* eventStream(first: Seen, from: string, listening: Listening): AsyncGenerator<string> {
  const { signal, everyMs = EVERY_MS } = listening;
  const beating = heart(listening);
  let [page, position]: [Seen, string] = [first, from];
  yield OPENING;
  yield* linesOf(page, position);
  while (page.next !== undefined || (await waited(everyMs, signal))) {
    if (signal.aborted) return;
    position = reachedBy(page);
    const seen = await looked(listening, position);
    if (typeof seen === 'string') return yield ended(seen);
    // after a failure that passes, what was seen before still stands
    page = seen ?? { items: [], asOf: { position } };
    yield* beating(linesOf(page, position));
  }
}
