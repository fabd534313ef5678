import type { EventStore, Position } from '@benkan/event-store';
import { esdbEventStore } from '@benkan/event-store-esdb';
import type { Bed } from './bed';
import type { History } from './meeting-history';
import { rawClient, store, storeInterleaved } from './raw-events';

export type Stored = {
  /** The store as a service has it, beginning where this history begins. */
  readonly events: EventStore;
  readonly client: ReturnType<typeof rawClient>;
  readonly before: Position | undefined;
  readonly last: Position;
  readonly count: number;
  readonly close: () => Promise<void>;
};

/** A store that was there before has events of its own: nobody is to read those. */
export const beginningAfter = (events: EventStore, before: Position | undefined): EventStore => ({
  ...events,
  subscribe: ({ from = before, ...options }) =>
    events.subscribe({ ...options, ...(from === undefined ? {} : { from }) }),
});

/** Histories as they stand in a store: stream after stream, or side by side. */
export const storedHistories = async (
  bed: Bed,
  histories: readonly History[],
  { interleaved }: { readonly interleaved: boolean },
): Promise<Stored> => {
  const events = esdbEventStore({ url: bed.url('events') });
  const client = rawClient(bed.url('events'));
  const before = await events.head();
  await (interleaved ? storeInterleaved : store)(client, histories);
  const last = await events.head();
  if (last === undefined) throw new Error('nothing was stored');
  return {
    ...{ client, before, last, events: beginningAfter(events, before) },
    count: histories.reduce((sum, history) => sum + history.events.length, 0),
    close: async () => {
      await events.close();
      await client.dispose();
    },
  };
};
