import type { RecordedEvent } from '@benkan/event-store';
import type { Projection, ViewEvent } from './projection';
import { readEvent, type EventReader, type Reading } from './read-event';

/** An event of ours, read once for all slices. */
export type Incoming = { readonly recorded: RecordedEvent; readonly reading: Reading };

export type Keyed =
  | { readonly kind: 'event'; readonly event: ViewEvent; readonly keys: readonly string[] }
  | { readonly kind: 'poison'; readonly reason: string };

const UUID_LENGTH = 36;

const aggregateOf = (stream: string): string => stream.slice(0, Math.max(0, stream.length - UUID_LENGTH - 1));

/** Picks the events of some aggregates and reads them; undefined for those of others. */
export const incomingOf = (aggregates: readonly string[], read: EventReader) => {
  const ours = new Set(aggregates);
  return (recorded: RecordedEvent): Incoming | undefined =>
    ours.has(aggregateOf(recorded.stream)) ? { recorded, reading: readEvent(read, recorded) } : undefined;
};

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 200) : 'fold-failed';

/** The documents an event concerns, or why it cannot be folded. */
export const keyedBy =
  ({ keys }: Projection) =>
  ({ reading }: Incoming): Keyed => {
    if (reading.kind === 'poison') return reading;
    try {
      return { ...reading, keys: keys(reading.event) };
    } catch (error) {
      return { kind: 'poison', reason: reasonOf(error) };
    }
  };

/** Names one event among the discarded. */
export const eventName = ({
  stream,
  revision,
}: {
  readonly stream: string;
  readonly revision: bigint;
}): string => `${stream}@${revision}`;
