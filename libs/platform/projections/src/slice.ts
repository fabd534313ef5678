import type { Position, RecordedEvent } from '@benkan/event-store';
import {
  collectionOf,
  type Projection,
  type ViewDocument,
  type ViewEvent,
  type ViewStore,
} from './projection';
import type { Reading } from './read-event';

export type Incoming = { readonly recorded: RecordedEvent; readonly reading: Reading };

type Keyed =
  | { readonly kind: 'event'; readonly event: ViewEvent; readonly keys: readonly string[] }
  | { readonly kind: 'poison'; readonly reason: string };
type Item = { readonly recorded: RecordedEvent; readonly keyed: Keyed };
type Documents = Map<string, ViewDocument>;

const isAfter = (a: Position, b: Position | undefined): boolean =>
  b === undefined || a.commit > b.commit || (a.commit === b.commit && a.prepare > b.prepare);

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.slice(0, 200) : 'fold-failed';

const keyedBy =
  ({ keys }: Projection) =>
  ({ recorded, reading }: Incoming): Item => {
    if (reading.kind === 'poison') return { recorded, keyed: reading };
    try {
      return { recorded, keyed: { ...reading, keys: keys(reading.event) } };
    } catch (error) {
      return { recorded, keyed: { kind: 'poison', reason: reasonOf(error) } };
    }
  };

/** What comes after a position, each event once. */
const newAmong = (incoming: readonly Incoming[], after: Position | undefined): readonly Incoming[] => {
  let last = after;
  return incoming.filter(({ recorded: { position } }) => {
    if (!isAfter(position, last)) return false;
    last = position;
    return true;
  });
};

/** Folds one event into all its documents or into none; the reason when it cannot be folded. */
const folded = (
  { evolve }: Projection,
  keyed: Keyed,
  documents: Documents,
  dirty: Documents,
): string | undefined => {
  if (keyed.kind === 'poison') return keyed.reason;
  const { commit } = keyed.event.position;
  try {
    const moved = keyed.keys.flatMap((key): readonly ViewDocument[] => {
      const before = documents.get(key);
      if (before !== undefined && before.position >= commit) return [];
      const view = evolve(before?.view, keyed.event, key);
      return view === undefined ? [] : [{ key, position: commit, view }];
    });
    for (const document of moved) {
      documents.set(document.key, document);
      dirty.set(document.key, document);
    }
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
};

const IDLE_BATCHES = 50;

/** One projection with its own checkpoint and its own parked streams. `apply` must not overlap itself. */
export const openSlice = async (projection: Projection, views: ViewStore) => {
  const name = collectionOf(projection);
  const parked = new Set(await views.parkedStreams(name));
  let seen = await views.checkpoint(name);
  let unsaved = 0;

  const park = async ({ stream, revision, id, type }: RecordedEvent, reason: string) => {
    await views.park({ slice: name, stream, revision, eventId: id, type, reason });
    parked.add(stream);
  };

  const loaded = async (items: readonly Item[]): Promise<Documents> => {
    const keys = new Set(items.flatMap(({ keyed }) => (keyed.kind === 'event' ? keyed.keys : [])));
    return new Map(keys.size === 0 ? [] : await views.load(name, [...keys]));
  };

  // batches that changed nothing may be heard again after a crash: their position is kept now and then
  const keep = async (upTo: Position, changed: boolean) => {
    unsaved += 1;
    if (!changed && unsaved < IDLE_BATCHES) return;
    await views.saveCheckpoint(name, upTo);
    unsaved = 0;
  };

  const write = async (dirty: Documents, upTo: Position) => {
    const changed = dirty.size > 0;
    if (changed) await views.save(name, [...dirty.values()]);
    dirty.clear();
    if (!isAfter(upTo, seen)) return;
    await keep(upTo, changed);
    seen = upTo;
  };

  /** Keeps the position of idle batches too, so that a restart begins where this run ended. */
  const rest = async () => {
    if (unsaved > 0 && seen !== undefined) await views.saveCheckpoint(name, seen);
    unsaved = 0;
  };

  // a restart must find the stream parked from here on, and not what came before it
  const writeBefore = async (dirty: Documents, last: Position | undefined) => {
    if (last !== undefined) await write(dirty, last);
    await rest();
  };

  /** Folds a batch into its documents, saves them, then the checkpoint. */
  const apply = async (incoming: readonly Incoming[], upTo: Position) => {
    const items = newAmong(incoming, seen).map(keyedBy(projection));
    const documents = await loaded(items);
    const dirty: Documents = new Map();
    let last = seen;
    for (const { recorded, keyed } of items) {
      const behind = parked.has(recorded.stream);
      const reason = behind ? 'behind-a-parked-event' : folded(projection, keyed, documents, dirty);
      if (reason !== undefined && !behind) await writeBefore(dirty, last);
      if (reason !== undefined) await park(recorded, reason);
      last = recorded.position;
    }
    await write(dirty, upTo);
  };

  return { name, apply, rest, checkpoint: () => seen, parkedCount: () => parked.size };
};

export type Slice = Awaited<ReturnType<typeof openSlice>>;
