import { Fault } from '@benkan/messaging';
import type { EventStore, RecordedEvent } from '@benkan/event-store';

export type Mention = {
  readonly type: string;
  readonly stream: string;
  readonly revision: string;
  readonly on: string;
  readonly position: string;
};

const speaksOf = (value: unknown, ids: ReadonlySet<string>): boolean => {
  if (typeof value === 'string') return ids.has(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inner) => speaksOf(inner, ids));
};

const text = (metadata: unknown, field: string): string | undefined => {
  const value: unknown =
    typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, field) : undefined;
  return typeof value === 'string' ? value : undefined;
};

const mentionOf = ({ type, stream, revision, position, metadata, recordedAt }: RecordedEvent): Mention => ({
  type,
  stream,
  revision: revision.toString(),
  on: text(metadata, 'occurredOn') ?? (text(metadata, 'at') ?? recordedAt.toISOString()).slice(0, 10),
  position: position.commit.toString(),
});

const MOST = 5_000;

/** Every fact of the whole history that names one of these ids. Throws `unavailable` when the time is up. */
export const mentionsOf = async (
  store: EventStore,
  ids: readonly string[],
  deadline: number,
): Promise<readonly Mention[]> => {
  const wanted = new Set(ids);
  const over = new AbortController();
  const late = AbortSignal.timeout(Math.max(1, deadline - Date.now()));
  const found: Mention[] = [];
  const signal = AbortSignal.any([over.signal, late]);
  for await (const item of store.subscribe({ signal })) {
    if (item.kind === 'caught-up') over.abort();
    if (item.kind === 'event' && found.length < MOST && speaksOf(item.event.data, wanted))
      found.push(mentionOf(item.event));
  }
  if (!over.signal.aborted) throw new Fault('unavailable', 'the history is too long to be read in time');
  return found;
};
