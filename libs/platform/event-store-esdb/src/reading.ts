import {
  type EventStoreDBClient,
  type ResolvedEvent,
  StreamDeletedError,
  StreamNotFoundError,
  type StreamingRead,
} from '@eventstore/db-client';
import type { ReadOptions, RecordedEvent } from '@benkan/event-store';
import { pulled } from './pulled';
import { recorded } from './recorded';
import { unavailable } from './unavailable';

type Resolved = Pick<ResolvedEvent, 'event'>;

/** The events of one read of the client; its call is cancelled however the reading ends. */
export async function* eventsOf(
  read: StreamingRead<Resolved>,
  timeoutMs: number,
): AsyncGenerator<RecordedEvent> {
  try {
    for await (const { event } of pulled<Resolved>(read, { idleMs: timeoutMs }))
      if (event) yield recorded(event);
  } catch (error) {
    if (error instanceof StreamNotFoundError || error instanceof StreamDeletedError) return;
    throw unavailable(error);
  } finally {
    void read.cancel().catch(() => undefined);
  }
}

/** The events of one stream, nothing when it does not exist. Throws `StoreUnavailable`. */
export async function* readStream(
  client: EventStoreDBClient,
  stream: string,
  { from, direction = 'forwards', limit }: ReadOptions,
  timeoutMs: number,
): AsyncGenerator<RecordedEvent> {
  if (limit === 0) return;
  const end = direction === 'forwards' ? 'start' : 'end';
  const read = client.readStream(stream, {
    direction,
    fromRevision: from ?? end,
    ...(limit !== undefined && { maxCount: limit }),
  });
  yield* eventsOf(read, timeoutMs);
}
