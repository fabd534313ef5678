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

// put into the stream itself, a mark keeps its place between the events
const mark = (subscription: AllStreamSubscription, item: Mark): void => void subscription.push(item);

const open = (client: EventStoreDBClient, from: SubscribeOptions['from']): AllStreamSubscription => {
  const subscription = client.subscribeToAll({
    fromPosition: from ?? 'start',
    filter: excludeSystemEvents({
      checkpointInterval: WINDOWS_A_CHECKPOINT,
      checkpointReached: (reached, position) => mark(reached, { kind: 'checkpoint', position }),
    }),
  });
  subscription.on('caughtUp', () => mark(subscription, { kind: 'caught-up' }));
  return subscription;
};

const itemOf = (delivered: Delivered): SubscriptionItem | undefined => {
  if ('kind' in delivered) return delivered;
  return delivered.event && { kind: 'event', event: recorded(delivered.event) };
};

/** One subscription until it breaks (`StoreUnavailable`) or the signal aborts; whoever calls resubscribes. */
export async function* subscribeToAll(
  client: EventStoreDBClient,
  { from, signal }: SubscribeOptions,
): AsyncGenerator<SubscriptionItem> {
  if (signal.aborted) return;
  const subscription = open(client, from);
  try {
    for await (const delivered of pulled<Delivered>(subscription, { signal })) {
      const item = itemOf(delivered);
      if (item) yield item;
    }
    if (!signal.aborted) throw new StoreUnavailable('the subscription ended');
  } catch (error) {
    throw unavailable(error);
  } finally {
    void subscription.unsubscribe().catch(() => undefined);
  }
}
