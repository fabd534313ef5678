import type { RecordedEvent } from '@benkan/event-store';
import type { ViewEvent } from './projection';

/** Reads a stored event through its schema; says why when it cannot. */
export type EventReader = (
  type: string,
  version: number,
  data: unknown,
) =>
  | { readonly kind: 'fact'; readonly fact: { readonly type: string; readonly data: unknown } }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type Reading =
  | { readonly kind: 'event'; readonly event: ViewEvent }
  /** Ours, and unreadable. */
  | { readonly kind: 'poison'; readonly reason: string };

type Metadata = {
  readonly at: string;
  readonly schemaVersion: number;
  readonly actor: { readonly ref: string };
};

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const isMetadata = (metadata: unknown): metadata is Metadata =>
  typeof fieldOf(metadata, 'at') === 'string' &&
  typeof fieldOf(metadata, 'schemaVersion') === 'number' &&
  typeof fieldOf(fieldOf(metadata, 'actor'), 'ref') === 'string';

const decoded = (
  read: EventReader,
  { type, data }: RecordedEvent,
  version: number,
): ReturnType<EventReader> => {
  try {
    return read(type, version, data);
  } catch {
    return { kind: 'unreadable', reason: 'reader-failed' };
  }
};

/** A recorded event as a view sees it. Never throws. */
export const readEvent = (read: EventReader, recorded: RecordedEvent): Reading => {
  const { id, metadata, stream, revision, position } = recorded;
  if (!isMetadata(metadata)) return { kind: 'poison', reason: 'invalid-metadata' };
  const reading = decoded(read, recorded, metadata.schemaVersion);
  if (reading.kind === 'unreadable') return { kind: 'poison', reason: reading.reason };
  const { type, data } = reading.fact;
  return {
    kind: 'event',
    event: { type, data, id, stream, revision, position, at: metadata.at, actor: metadata.actor.ref },
  };
};
