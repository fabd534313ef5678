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

const isMissing = (error: unknown): boolean =>
  error instanceof StreamNotFoundError || error instanceof StreamDeletedError;

/** The events of one read of the client; its call is cancelled however the reading ends. */
export const eventsOf = (
  open: () => StreamingRead<Resolved>,
  idleMs: number,
  signal?: AbortSignal,
): AsyncIterableIterator<RecordedEvent, undefined> =>
  pulled({
    open,
    idleMs,
    ...(signal && { signal }),
    as: ({ event }: Resolved) => event && recorded(event),
    over: (failure) => {
      if (failure !== undefined && !isMissing(failure.error)) throw unavailable(failure.error);
    },
    left: (read) => void read.cancel().catch(() => undefined),
  });

/** The events of one stream, nothing when it does not exist. Throws `StoreUnavailable`. */
export const readStream = (
  client: () => EventStoreDBClient,
  stream: string,
  { from, direction = 'forwards', limit }: ReadOptions,
  timeoutMs: number,
): AsyncIterable<RecordedEvent> => {
  const end = direction === 'forwards' ? 'start' : 'end';
  const open = () =>
    client().readStream(stream, {
      direction,
      fromRevision: from ?? end,
      ...(limit !== undefined && { maxCount: limit }),
    });
  return eventsOf(open, timeoutMs, limit === 0 ? AbortSignal.abort() : undefined);
};
