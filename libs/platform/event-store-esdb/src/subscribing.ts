import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  excludeSystemEvents,
} from '@eventstore/db-client';
import { StoreUnavailable, type SubscribeOptions, type SubscriptionItem } from '@benkan/event-store';
import { pulled } from './pulled';
import { recorded } from './recorded';
import { unavailable } from './unavailable';

type Mark = Exclude<SubscriptionItem, { kind: 'event' }>;
type Delivered = AllStreamResolvedEvent | Mark;

const WINDOWS_A_CHECKPOINT = 4;
// the client's own 16 wake the reader for every handful
const EVENTS_AHEAD = 256;

// put into the stream itself, a mark keeps its place between the events
const mark = (subscription: AllStreamSubscription, item: Mark): void => void subscription.push(item);

const open = (client: EventStoreDBClient, from: SubscribeOptions['from']): AllStreamSubscription => {
  const subscription = client.subscribeToAll(
    {
      fromPosition: from ?? 'start',
      filter: excludeSystemEvents({
        checkpointInterval: WINDOWS_A_CHECKPOINT,
        checkpointReached: (reached, position) => mark(reached, { kind: 'checkpoint', position }),
      }),
    },
    { highWaterMark: EVENTS_AHEAD },
  );
  subscription.on('caughtUp', () => mark(subscription, { kind: 'caught-up' }));
  return subscription;
};

const itemOf = (delivered: Delivered): SubscriptionItem | undefined => {
  if ('kind' in delivered) return delivered;
  return delivered.event && { kind: 'event', event: recorded(delivered.event) };
};

type AllOptions = SubscribeOptions & {
  /** Throws what the reader is to be told of an abort, if anything. */
  readonly onAbort: () => void;
};

/** One subscription until it breaks (`StoreUnavailable`) or the signal aborts; whoever calls resubscribes. */
export const subscribeToAll = (
  client: () => EventStoreDBClient,
  { from, signal, onAbort }: AllOptions,
): AsyncIterable<SubscriptionItem> =>
  pulled({
    signal,
    open: () => open(client(), from),
    as: itemOf,
    over: (failure) => {
      if (failure !== undefined) throw unavailable(failure.error);
      if (!signal.aborted) throw new StoreUnavailable('the subscription ended');
      onAbort();
    },
    left: (subscription) => void subscription.unsubscribe().catch(() => undefined),
  });
