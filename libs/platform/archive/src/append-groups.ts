import { MAX_APPEND_BYTES } from '@benkan/event-store';
import type { ArchivedEvent } from './event-line';

const MOST_EVENTS = 256;

export type Group = readonly ArchivedEvent[];

// canonical form changes the order of the names, not the number of bytes
const bytesOf = ({ data, metadata }: ArchivedEvent): number =>
  Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata));

type Open = { readonly events: ArchivedEvent[]; bytes: number };

const fits = (open: Open, more: Open): boolean =>
  open.bytes + more.bytes <= MAX_APPEND_BYTES && open.events.length + more.events.length <= MOST_EVENTS;

type Belongs = (last: ArchivedEvent, next: ArchivedEvent) => boolean;

const sameStream: Belongs = (last, next) => last.stream === next.stream;

const sameCommand: Belongs = (last, next) =>
  sameStream(last, next) &&
  last.metadata['commandId'] !== undefined &&
  last.metadata['commandId'] === next.metadata['commandId'];

const joins = (open: Open, next: Open, belong: Belongs): boolean => {
  const [last, first] = [open.events.at(-1), next.events[0]];
  return last !== undefined && first !== undefined && belong(last, first) && fits(open, next);
};

async function* joined(parts: AsyncIterable<Open>, belong: Belongs): AsyncGenerator<Open> {
  let open: Open | undefined;
  for await (const next of parts) {
    if (open !== undefined && joins(open, next, belong)) {
      open.events.push(...next.events);
      open.bytes += next.bytes;
      continue;
    }
    if (open !== undefined) yield open;
    open = next;
  }
  if (open !== undefined) yield open;
}

async function* alone(events: AsyncIterable<ArchivedEvent>): AsyncGenerator<Open> {
  for await (const event of events) yield { events: [event], bytes: bytesOf(event) };
}

/**
 * Events in their order, consecutive ones of one stream together as far as one append may be large; the events of
 * one command stay in one append.
 */
export async function* appendGroups(events: AsyncIterable<ArchivedEvent>): AsyncGenerator<Group> {
  for await (const { events: group } of joined(joined(alone(events), sameCommand), sameStream)) yield group;
}
