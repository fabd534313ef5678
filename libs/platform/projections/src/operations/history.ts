import type { EventStore, Position, RecordedEvent, SubscribeOptions } from '@benkan/event-store';
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

const isEnd = (position: Position, upTo: Position | undefined): boolean =>
  upTo !== undefined && !isAfter(upTo, position);

async function* told(store: EventStore, options: SubscribeOptions, upTo: Position | undefined) {
  for await (const item of store.subscribe(options)) {
    if (item.kind === 'caught-up') return;
    const { position } = item.kind === 'event' ? item.event : item;
    if (item.kind === 'event' && isWithin(position, upTo)) yield item.event;
    if (isEnd(position, upTo)) return;
  }
}

/** A part of what is stored, in order. Ends early, without a word, when the signal aborts. */
export async function* history(
  store: EventStore,
  { from, upTo, signal }: Stretch,
): AsyncGenerator<RecordedEvent> {
  if (from !== undefined && isEnd(from, upTo)) return;
  const ending = new AbortController();
  const either = AbortSignal.any([ending.signal, ...(signal === undefined ? [] : [signal])]);
  try {
    yield* told(store, { ...(from && { from }), signal: either }, upTo);
  } finally {
    ending.abort();
  }
}
