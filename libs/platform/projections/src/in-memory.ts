import type { Position } from '@benkan/event-store';
import { isAfter } from './position';
import { newSlice, type SliceRecord } from './slice-record';
import {
  BEHIND,
  type DiscardedEvent,
  type ParkedEvent,
  type ParkedRequest,
  type ViewDocument,
  type ViewStore,
} from './view-store';

export type InMemoryViews = ViewStore & {
  readonly all: (collection: string) => readonly ViewDocument[];
  readonly allParked: () => readonly ParkedEvent[];
};

type Collections = Map<string, Map<string, ViewDocument>>;

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const documentsIn = (collections: Collections) => {
  const of = (name: string): Map<string, ViewDocument> => {
    const existing = collections.get(name) ?? new Map<string, ViewDocument>();
    collections.set(name, existing);
    return existing;
  };
  const found = (collection: string, key: string) => {
    const document = of(collection).get(key);
    return document === undefined ? [] : [[key, document] as const];
  };
  return {
    all: (collection: string) => [...of(collection).values()],
    load: async (collection: string, keys: readonly string[]) =>
      new Map(keys.flatMap((key) => found(collection, key))),
    save: async (collection: string, documents: readonly ViewDocument[]) => {
      for (const document of documents)
        if (isAfter(document.position, of(collection).get(document.key)?.position))
          of(collection).set(document.key, document);
    },
    overwrite: async (collection: string, documents: readonly ViewDocument[]) => {
      for (const document of documents) of(collection).set(document.key, document);
    },
    async *scan(collection: string) {
      yield* [...of(collection).values()].sort((a, b) => byBytes(a.key, b.key));
    },
  };
};

type Checkpoint = { readonly epoch: number; readonly position?: Position };

const checkpointsIn = (stored: Map<string, Checkpoint>) => ({
  checkpoints: async (generations: readonly string[]) =>
    new Map(
      generations.flatMap((name) => {
        const position = stored.get(name)?.position;
        return position === undefined ? [] : [[name, position] as const];
      }),
    ),
  claim: async (generation: string, epoch: number) => {
    const before = stored.get(generation);
    if (before !== undefined && before.epoch > epoch) return false;
    stored.set(generation, { ...before, epoch });
    return true;
  },
  claimedBy: async (generation: string) => stored.get(generation)?.epoch ?? 0,
  saveCheckpoint: async (generation: string, position: Position, epoch: number) => {
    const before = stored.get(generation);
    if (before === undefined || before.epoch > epoch) return false;
    if (isAfter(position, before.position)) stored.set(generation, { epoch, position });
    return true;
  },
});

const nameOf = ({ stream, revision }: { readonly stream: string; readonly revision: bigint }): string =>
  `${stream}|${String(revision).padStart(20, '0')}`;

const parkingIn = (parked: Map<string, ParkedEvent>, discarded: Map<string, DiscardedEvent>) => {
  const of = (generation: string) =>
    [...parked.values()]
      .filter((event) => event.generation === generation)
      .sort((a, b) => byBytes(nameOf(a), nameOf(b)));
  return {
    park: async (event: ParkedEvent) => {
      const key = `${event.generation}|${nameOf(event)}`;
      const before = parked.get(key);
      if (before === undefined || (before.reason === BEHIND && event.reason !== BEHIND))
        parked.set(key, event);
    },
    parkedStreams: async (generation: string) => {
      const first = new Map<string, bigint>();
      for (const { stream, revision } of of(generation)) if (!first.has(stream)) first.set(stream, revision);
      return first;
    },
    parked: async (generation: string, { stream, limit, after = '' }: ParkedRequest) => {
      const wanted = of(generation).filter(
        (event) => (stream === undefined || event.stream === stream) && byBytes(nameOf(event), after) > 0,
      );
      const rows = wanted.slice(0, limit);
      const last = rows.at(-1);
      return wanted.length > limit && last ? { rows, next: nameOf(last) } : { rows };
    },
    countParked: async (generation: string) => of(generation).length,
    unpark: async (generation: string, stream: string, revision?: bigint) => {
      for (const event of of(generation))
        if (event.stream === stream && (revision === undefined || event.revision === revision))
          parked.delete(`${generation}|${nameOf(event)}`);
    },
    discard: async (event: DiscardedEvent) => {
      const key = `${event.slice}|${nameOf(event)}`;
      if (!discarded.has(key)) discarded.set(key, event);
    },
    discarded: async (slice: string) => [...discarded.values()].filter((event) => event.slice === slice),
  };
};

const slicesIn = (
  records: Map<string, SliceRecord>,
): Pick<ViewStore, 'slices' | 'createSlice' | 'changeSlices'> => {
  const isAsExpected = (record: SliceRecord | undefined, expected: Partial<SliceRecord>) =>
    record !== undefined &&
    Object.entries(expected).every(([field, value]) => record[field as keyof SliceRecord] === value);
  return {
    slices: async () => [...records.values()],
    createSlice: async (slice) => {
      if (!records.has(slice)) records.set(slice, newSlice(slice));
    },
    changeSlices: async (changes) => {
      let made = 0;
      for (const { slice, expected, change } of changes) {
        const record = records.get(slice);
        if (record === undefined || !isAsExpected(record, expected)) continue;
        records.set(slice, { ...record, ...change });
        made += 1;
      }
      return made;
    },
  };
};

/** Views that live as long as the process; the same guards as a real store. */
export const inMemoryViews = (): InMemoryViews => {
  const collections: Collections = new Map();
  const checkpoints = new Map<string, Checkpoint>();
  const parked = new Map<string, ParkedEvent>();
  const discarded = new Map<string, DiscardedEvent>();
  return {
    ...documentsIn(collections),
    ...checkpointsIn(checkpoints),
    ...parkingIn(parked, discarded),
    ...slicesIn(new Map()),
    drop: async (generation) => {
      collections.delete(generation);
      checkpoints.delete(generation);
      for (const [key, event] of parked) if (event.generation === generation) parked.delete(key);
    },
    allParked: () => [...parked.values()],
  };
};
