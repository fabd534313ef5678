import type { EventStore, RecordedEvent } from '@benkan/event-store';
import type { ArchivedEvent } from './event-line';
import { eventFrom } from './event-line';
import type { Manifest } from './manifest';
import { linesOfAll, said } from './read-lines';
import { ArchiveRefused } from './refused';

/** The events of a backup from the `skip`th on, in the order of the log. */
export async function* archivedEvents(
  dir: string,
  { events }: Manifest,
  skip = 0,
): AsyncGenerator<ArchivedEvent> {
  let [files, left] = [events.files, skip];
  while (files[0] !== undefined && files[0].lines <= left) {
    left -= files[0].lines;
    files = files.slice(1);
  }
  for await (const line of linesOfAll(dir, files)) {
    if (left > 0) left -= 1;
    else yield said(line, eventFrom, 'not-an-event');
  }
}

async function* storedEvents(store: EventStore): AsyncGenerator<RecordedEvent> {
  const ending = new AbortController();
  try {
    for await (const item of store.subscribe({ signal: ending.signal })) {
      if (item.kind === 'caught-up') return;
      if (item.kind === 'event') yield item.event;
    }
  } finally {
    ending.abort();
  }
}

const isSame = (stored: RecordedEvent, archived: ArchivedEvent | undefined): boolean =>
  archived !== undefined &&
  stored.id === archived.id.toLowerCase() &&
  stored.stream === archived.stream &&
  stored.revision === archived.revision;

/**
 * How many events of the backup the store holds: all that it holds, in the same order, from the first on.
 * Throws `not-empty` where it holds anything else.
 */
export const eventsThere = async (
  store: EventStore,
  archived: AsyncGenerator<ArchivedEvent>,
  onEvent: () => void,
): Promise<number> => {
  let there = 0;
  try {
    for await (const stored of storedEvents(store)) {
      const { value } = (await archived.next()) as IteratorResult<ArchivedEvent, undefined>;
      if (!isSame(stored, value))
        throw new ArchiveRefused(
          'not-empty',
          `the event store holds events that are not of this backup (from ${stored.stream}, revision ${stored.revision}); restore into empty stores`,
        );
      there += 1;
      onEvent();
    }
  } finally {
    await archived.return(undefined);
  }
  return there;
};
