import { EventStoreDBClient } from '@eventstore/db-client';
import { type EventStore, StoreUnavailable } from '@benkan/event-store';
import { appending } from './appending';
import { headOf } from './head';
import { inFlight } from './in-flight';
import { readStream } from './reading';
import { subscribeToAll } from './subscribing';

export type EsdbEventStoreOptions = {
  /** Connection string, e.g. `esdb://127.0.0.1:2113?tls=false`; with TLS it carries user and password. */
  readonly url: string;
  /** Milliseconds after which the outcome of an append is unknown. Default 5000. */
  readonly appendTimeoutMs?: number;
  /** Appends sent and not yet answered; later ones wait. Default 64. */
  readonly maxInFlightAppends?: number;
  /** Bytes of the appends sent and not yet answered. Default 8 MiB. */
  readonly maxInFlightBytes?: number;
  /** Milliseconds a read waits for its next event. Default 10000. */
  readonly readTimeoutMs?: number;
};

const unavailable = new StoreUnavailable('the store is closed');

/**
 * An event store over the protocol of EventStoreDB. It connects when first used and reconnects by itself.
 * One client each for writing, reading and subscribing: an error on one call closes its client's whole channel.
 */
export const esdbEventStore = (options: EsdbEventStoreOptions): EventStore => {
  const { url, appendTimeoutMs = 5_000, readTimeoutMs = 10_000 } = options;
  const { maxInFlightAppends = 64, maxInFlightBytes = 8 * 1024 * 1024 } = options;
  const connect = (): EventStoreDBClient => EventStoreDBClient.connectionString(url);
  const [writer, reader, follower] = [connect(), connect(), connect()];
  const closing = new AbortController();
  const append = appending({
    client: writer,
    timeoutMs: appendTimeoutMs,
    window: inFlight(maxInFlightAppends, maxInFlightBytes),
  });

  const assertOpen = (): void => {
    if (closing.signal.aborted) throw unavailable;
  };
  const opened = (client: EventStoreDBClient) => (): EventStoreDBClient => {
    assertOpen();
    return client;
  };

  return {
    append: (stream, expected, events) =>
      closing.signal.aborted
        ? Promise.resolve({ kind: 'unknown', detail: unavailable.message })
        : append(stream, expected, events),
    read: (stream, readOptions = {}) => readStream(opened(reader), stream, readOptions, readTimeoutMs),
    async head() {
      assertOpen();
      return headOf(reader, readTimeoutMs);
    },
    subscribe: ({ signal, ...rest }) =>
      subscribeToAll(opened(follower), {
        ...rest,
        signal: AbortSignal.any([signal, closing.signal]),
        onAbort: () => {
          if (!signal.aborted) throw unavailable;
        },
      }),
    async close() {
      closing.abort();
      await Promise.all([writer.dispose(), reader.dispose(), follower.dispose()]);
    },
  };
};
