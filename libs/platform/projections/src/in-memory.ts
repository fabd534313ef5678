import type { Position } from '@benkan/event-store';
import type { ParkedEvent, ViewDocument, ViewStore } from './projection';

export type InMemoryViews = ViewStore & {
  readonly all: (collection: string) => readonly ViewDocument[];
  readonly parked: () => readonly ParkedEvent[];
};

/** Views that live as long as the process; the same guard as a real store. */
export const inMemoryViews = (): InMemoryViews => {
  const collections = new Map<string, Map<string, ViewDocument>>();
  const checkpoints = new Map<string, Position>();
  const parked = new Map<string, ParkedEvent>();
  const collectionOf = (name: string) => {
    const existing = collections.get(name) ?? new Map<string, ViewDocument>();
    collections.set(name, existing);
    return existing;
  };

  return {
    all: (collection) => [...collectionOf(collection).values()],
    load: async (collection, keys) =>
      new Map(
        keys.flatMap((key) => {
          const document = collectionOf(collection).get(key);
          return document === undefined ? [] : [[key, document] as const];
        }),
      ),
    save: async (collection, documents) => {
      for (const document of documents) {
        const before = collectionOf(collection).get(document.key);
        if (before === undefined || before.position < document.position)
          collectionOf(collection).set(document.key, document);
      }
    },
    checkpoint: async (slice) => checkpoints.get(slice),
    saveCheckpoint: async (slice, position) => {
      const before = checkpoints.get(slice);
      if (before === undefined || before.commit < position.commit) checkpoints.set(slice, position);
    },
    park: async (event) => {
      const key = `${event.slice}|${event.stream}|${event.revision}`;
      if (!parked.has(key)) parked.set(key, event);
    },
    parkedStreams: async (slice) => {
      const ofSlice = [...parked.values()].filter((event) => event.slice === slice);
      return [...new Set(ofSlice.map(({ stream }) => stream))];
    },
    parked: () => [...parked.values()],
  };
};
