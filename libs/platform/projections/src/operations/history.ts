import type { EventStore, Position, RecordedEvent, SubscriptionItem } from '@benkan/event-store';
import { isAfter } from '../position';

export type Stretch = {
  /** After this; from the beginning when absent. */
  readonly from?: Position | undefined;
  /** Up to here, included; all that is stored when absent. */
  readonly upTo?: Position | undefined;
  readonly signal?: AbortSignal | undefined;
};

const isWithin = (position: Position, upTo: Position | undefined): boolean =>
  upTo === undefined || !isAfter(position, upTo);

const isEnd = (position: Position | undefined, upTo: Position | undefined): boolean =>
  position !== undefined && upTo !== undefined && !isAfter(upTo, position);

type Marked = Exclude<SubscriptionItem, { kind: 'caught-up' }>;

const positionOf = (item: Marked): Position => (item.kind === 'event' ? item.event : item).position;

const isEventWithin = (item: Marked, upTo: Position | undefined): item is Marked & { kind: 'event' } =>
  item.kind === 'event' && isWithin(item.event.position, upTo);

/** A part of what is stored, in order. Ends early, without a word, when the signal aborts. */
export async function* history(
  store: EventStore,
  { from, upTo, signal }: Stretch,
): AsyncGenerator<RecordedEvent> {
  if (isEnd(from, upTo)) return;
  const ending = new AbortController();
  const either = AbortSignal.any([ending.signal, signal ?? ending.signal]);
  try {
    for await (const item of store.subscribe({ ...(from && { from }), signal: either })) {
      if (item.kind === 'caught-up') return;
      if (isEventWithin(item, upTo)) yield item.event;
      if (isEnd(positionOf(item), upTo)) return;
    }
  } finally {
    ending.abort();
  }
}
