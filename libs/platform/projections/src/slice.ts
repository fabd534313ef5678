import type { Position, RecordedEvent } from '@benkan/event-store';
import { documentCache } from './document-cache';
import { foldOne } from './fold';
import { eventName, keyedBy, type Incoming, type Keyed } from './incoming';
import { LeaseLost, type Lease } from './lease';
import { isAfter } from './position';
import { generationOf, type Projection } from './projection';
import { BEHIND, type ViewDocument, type ViewStore } from './view-store';

type Item = { readonly recorded: RecordedEvent; readonly keyed: Keyed };
type Documents = Map<string, ViewDocument>;

const BYTES_IN_MEMORY = 4 * 1024 * 1024;

/** What comes after a position, each event once. */
const newAmong = (incoming: readonly Incoming[], after: Position | undefined): readonly Incoming[] => {
  let last = after;
  return incoming.filter(({ recorded: { position } }) => {
    if (!isAfter(position, last)) return false;
    last = position;
    return true;
  });
};

function* keysOf(items: readonly Item[]): Generator<string> {
  for (const { keyed } of items) if (keyed.kind === 'event') yield* keyed.keys;
}

export type SliceOptions = {
  readonly projection: Projection;
  readonly generation: number;
  readonly views: ViewStore;
  readonly lease: Lease;
};

/**
 * One generation of one projection, with its own checkpoint and its own parked streams, written under a lease:
 * `LeaseLost` as soon as it is not ours. `apply` must not overlap itself.
 */
export const openSlice = async ({ projection, generation, views, lease }: SliceOptions) => {
  const name = generationOf(lease.slice, generation);
  const keyed = keyedBy(projection);
  if (!(await views.claim(name, lease.epoch))) throw new LeaseLost(lease.slice);
  const parked = new Set((await views.parkedStreams(name)).keys());
  const discarded = new Set((await views.discarded(lease.slice)).map(eventName));
  let seen = (await views.checkpoints([name])).get(name);
  let unsaved = false;
  // whoever else writes here has another lease first, and then this slice is opened anew
  const cache = documentCache({ mostBytes: BYTES_IN_MEMORY });

  const mustHold = () => {
    if (!lease.held()) throw new LeaseLost(lease.slice);
  };

  const saveCheckpoint = async (position: Position) => {
    mustHold();
    unsaved = false;
    const saved = await views.saveCheckpoint(name, position, lease.epoch).catch((error: unknown) => {
      unsaved = true;
      throw error;
    });
    if (!saved) throw new LeaseLost(lease.slice);
  };

  const park = async ({ stream, revision, id, type }: RecordedEvent, reason: string) => {
    mustHold();
    await views.park({ generation: name, stream, revision, eventId: id, type, reason });
    parked.add(stream);
  };

  const loaded = async (items: readonly Item[]): Promise<Documents> => {
    const documents: Documents = new Map();
    const missing = new Set<string>();
    for (const key of keysOf(items)) {
      const document = cache.get(key);
      if (document === undefined) missing.add(key);
      else documents.set(key, document);
    }
    if (missing.size === 0) return documents;
    for (const [key, document] of await views.load(name, [...missing])) documents.set(key, document);
    return documents;
  };

  const write = async (dirty: Documents, upTo: Position) => {
    mustHold();
    const changed = dirty.size > 0;
    if (changed) await views.save(name, [...dirty.values()]);
    cache.keep(dirty.values());
    dirty.clear();
    if (!isAfter(upTo, seen)) return;
    // what changed nothing may be heard again after a crash: `rest` keeps its position now and then
    if (changed) await saveCheckpoint(upTo);
    else unsaved = true;
    seen = upTo;
  };

  /** Keeps the position of idle batches too. */
  const rest = async () => {
    if (unsaved && seen !== undefined) await saveCheckpoint(seen);
  };

  // a restart must find the stream parked from here on, and not what came before it
  const writeBefore = async (dirty: Documents, last: Position | undefined) => {
    if (last !== undefined) await write(dirty, last);
    await rest();
  };

  const fold = (item: Item, documents: Documents, dirty: Documents): string | undefined => {
    const folded = foldOne(projection, item.keyed, documents);
    if (folded.kind === 'poison') return folded.reason;
    for (const document of folded.documents) {
      documents.set(document.key, document);
      dirty.set(document.key, document);
    }
    return undefined;
  };

  const isDiscarded = (recorded: RecordedEvent): boolean =>
    discarded.size > 0 && discarded.has(eventName(recorded));

  const applied = async (incoming: readonly Incoming[], upTo: Position) => {
    const items = newAmong(incoming, seen)
      .filter(({ recorded }) => !isDiscarded(recorded))
      .map((item) => ({ recorded: item.recorded, keyed: keyed(item) }));
    const documents = await loaded(items);
    const dirty: Documents = new Map();
    let last = seen;
    for (const item of items) {
      const behind = parked.has(item.recorded.stream);
      const reason = behind ? BEHIND : fold(item, documents, dirty);
      if (reason !== undefined && !behind) await writeBefore(dirty, last);
      if (reason !== undefined) await park(item.recorded, reason);
      last = item.recorded.position;
    }
    await write(dirty, upTo);
  };

  /** Folds a batch into its documents, saves them, then the checkpoint. */
  const apply = async (incoming: readonly Incoming[], upTo: Position) => {
    try {
      await applied(incoming, upTo);
    } catch (error) {
      // nobody knows what was written of it
      cache.clear();
      throw error;
    }
  };

  return { name, generation, lease, apply, rest, seen: () => seen, parkedCount: () => parked.size };
};

export type Slice = Awaited<ReturnType<typeof openSlice>>;
