import type { CommandHeader } from './aggregate';
import { StoreUnavailable, type EventStore } from './event-store';
import { UnreadableHistory } from './loaded';
import { toAppend } from './to-append';

const holderOf = async (store: EventStore, stream: string): Promise<string | undefined> => {
  for await (const { data } of store.read(stream, { limit: 1 })) {
    if (typeof data === 'object' && data !== null && 'holder' in data) return String(data.holder);
    // nobody may take for free what somebody holds
    throw new UnreadableHistory(`${stream}@0: holder`);
  }
  return undefined;
};

/**
 * One holder a key, across streams: appends `reserved` to `reserve-<key>` as its first event.
 * Answers who holds the key: `holder`, or whoever came first. `key` is a keyed digest, hex.
 * Throws `StoreUnavailable` (ask again with the same header) and `UnreadableHistory`.
 */
export const reserve = async (
  store: EventStore,
  key: string,
  holder: string,
  header: CommandHeader,
): Promise<string> => {
  const stream = `reserve-${key}`;
  const before = await holderOf(store, stream);
  if (before !== undefined) return before;
  const events = toAppend(stream, { revision: -1n, hash: null }, header, [
    { type: 'reserved', data: { holder } },
  ]);
  const outcome = await store.append(stream, 'no-stream', events);
  if (outcome.kind === 'committed') return holder;
  const winner = outcome.kind === 'conflict' ? await holderOf(store, stream) : undefined;
  if (winner !== undefined) return winner;
  throw new StoreUnavailable(outcome.kind === 'conflict' ? 'the winner cannot be read' : outcome.detail);
};
