import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { EventToAppend } from '@benkan/event-store';
import { dealt, inLanes, times } from './lanes';
import type { History } from './meeting-history';

export const rawClient = (url: string): EventStoreDBClient => EventStoreDBClient.connectionString(url);

const messageOf = ({ id, type, data, metadata }: EventToAppend) => jsonEvent({ id, type, data, metadata });

/** An append as the client's documentation shows it, default settings, of an event's bytes under an id of its own. */
export const rawAppend =
  (client: EventStoreDBClient, event: EventToAppend) =>
  async (stream: string): Promise<void> => {
    await client.appendToStream(stream, messageOf({ ...event, id: randomUUID() }));
  };

const EVENTS_AN_APPEND = 200;
const AT_ONCE = 16;

/** Stores whole histories, stream after stream. */
export const store = (client: EventStoreDBClient, histories: readonly History[]): Promise<void> => {
  const tasks = histories.map(({ stream, events }) => async () => {
    for (let from = 0; from < events.length; from += EVENTS_AN_APPEND)
      await client.appendToStream(stream, events.slice(from, from + EVENTS_AN_APPEND).map(messageOf));
  });
  return inLanes(dealt(tasks, AT_ONCE));
};

/** Stores histories of equal length side by side: the first event of each, then the second of each. */
export const storeInterleaved = async (
  client: EventStoreDBClient,
  histories: readonly History[],
): Promise<void> => {
  const length = histories[0]?.events.length ?? 0;
  for (const index of times(length, (nth) => nth)) {
    const tasks = histories.map(({ stream, events }) => async () => {
      await client.appendToStream(stream, events.slice(index, index + 1).map(messageOf));
    });
    await inLanes(dealt(tasks, AT_ONCE * 4));
  }
};
