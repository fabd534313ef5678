import { setTimeout as pause } from 'node:timers/promises';
import {
  type EventStore,
  type Position,
  type RecordedEvent,
  StoreUnavailable,
  type SubscriptionItem,
} from '@benkan/event-store';
import type { Chunks } from './chunks';
import { eventLine, inLogOrder } from './event-line';
import { ArchiveRefused } from './refused';

const TRIES = 5;
const PAUSE_MS = 200;

type Copying = {
  readonly store: EventStore;
  readonly head: Position;
  readonly chunks: Pick<Chunks, 'add'>;
  readonly copied: (event: RecordedEvent) => void;
};

const lineOf = (event: RecordedEvent): string => {
  const line = eventLine(event);
  if (line !== undefined) return line;
  throw new ArchiveRefused(
    'unreadable-log',
    `event ${event.revision} of ${event.stream} is no JSON: it cannot be archived; look at it with the store's own tools`,
  );
};

const positionOf = (item: SubscriptionItem): Position | undefined => {
  if (item.kind === 'event') return item.event.position;
  return item.kind === 'checkpoint' ? item.position : undefined;
};

/** Copies up to the head; answers whether it got there. Calls `seen` after each event. */
const follow = async (
  { store, head, chunks, copied }: Copying,
  from: Position | undefined,
  seen: (position: Position) => void,
): Promise<boolean> => {
  const ending = new AbortController();
  try {
    for await (const item of store.subscribe({ signal: ending.signal, ...(from && { from }) })) {
      const position = positionOf(item);
      if (position !== undefined && inLogOrder(position, head) > 0) return false;
      if (item.kind !== 'event') continue;
      await chunks.add(lineOf(item.event));
      copied(item.event);
      seen(item.event.position);
      if (inLogOrder(item.event.position, head) === 0) return true;
    }
    return false;
  } finally {
    ending.abort();
  }
};

/** Every event up to the head, in the order of the log. A subscription that breaks is taken up where it broke. */
export const copyEvents = async (copying: Copying): Promise<void> => {
  let from: Position | undefined;
  for (let tries = 0; ; tries += 1) {
    try {
      const whole = await follow(copying, from, (position) => {
        from = position;
        tries = 0;
      });
      if (whole) return;
      throw new ArchiveRefused('unreadable-log', 'the event store did not tell all of its log; begin again');
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || tries >= TRIES) throw error;
      await pause(PAUSE_MS * 2 ** tries);
    }
  }
};
