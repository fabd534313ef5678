import { randomUUID } from 'node:crypto';
import type {
  AppendOutcome,
  EventStore,
  EventToAppend,
  Position,
  RecordedEvent,
  SubscriptionItem,
} from './event-store';

export type Opened = { readonly store: EventStore; close(): Promise<void> };
export type OpenStore = () => Promise<Opened>;
export type Committed = Extract<AppendOutcome, { kind: 'committed' }>;

export const newStream = (): string => `example-${randomUUID()}`;

export const fact = (n: number, padding = ''): EventToAppend => ({
  id: randomUUID(),
  type: 'example-happened',
  data: { n, padding },
  metadata: { by: 'example' },
});

export const facts = (count: number): EventToAppend[] => Array.from({ length: count }, (_, n) => fact(n));

/** The outcome, or a failure of the example when it was not committed. */
export const committed = (outcome: AppendOutcome): Committed => {
  if (outcome.kind !== 'committed') throw new Error(`expected a commit, got ${JSON.stringify(outcome)}`);
  return outcome;
};

export const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

export const isAfter = (a: Position, b: Position): boolean =>
  a.commit > b.commit || (a.commit === b.commit && a.prepare > b.prepare);

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);

/** Follows until enough was seen, then aborts and waits for the end. */
export const followUntil = async (
  store: EventStore,
  enough: (items: readonly SubscriptionItem[]) => boolean,
  from?: Position,
): Promise<SubscriptionItem[]> => {
  const ending = new AbortController();
  const seen: SubscriptionItem[] = [];
  for await (const item of store.subscribe({ signal: ending.signal, ...(from && { from }) })) {
    seen.push(item);
    if (enough(seen)) ending.abort();
  }
  return seen;
};

export const eventsIn = (items: readonly SubscriptionItem[], streams: readonly string[]): RecordedEvent[] =>
  items.flatMap((item) => (item.kind === 'event' && streams.includes(item.event.stream) ? [item.event] : []));
