import type { Match, Shelf, Stored } from './shelf';

type Row = Readonly<Record<string, unknown>>;

const matches = (doc: Stored, match: Match): boolean => {
  const row = doc as Row;
  return Object.entries(match).every(([field, value]) => row[field] === value);
};

const isBefore = (doc: Stored, instant: Date): boolean => {
  const { createdAt } = doc as Row;
  return createdAt instanceof Date && createdAt < instant;
};

/** A shelf that lives as long as the process. */
export const memoryShelf = <D extends Stored>(docs = new Map<string, D>()): Shelf<D> => {
  const removeWhere = (unwanted: (doc: D) => boolean): void => {
    for (const doc of [...docs.values()]) if (unwanted(doc)) docs.delete(doc._id);
  };
  return {
    get: async (id) => docs.get(id),
    getMany: async (ids) => ids.flatMap((id) => docs.get(id) ?? []),
    scan: async function* (match) {
      for (const doc of [...docs.values()]) if (matches(doc, match)) yield doc;
    },
    keep: async (doc) => {
      const kept = docs.get(doc._id) ?? doc;
      docs.set(kept._id, kept);
      return kept;
    },
    put: async (doc) => void docs.set(doc._id, doc),
    swap: async (match, doc) => {
      const held = docs.get(match._id);
      if (held === undefined || !matches(held, match)) return false;
      docs.set(doc._id, doc);
      return true;
    },
    remove: async (match) => removeWhere((doc) => matches(doc, match)),
    removeBefore: async (instant) => removeWhere((doc) => isBefore(doc, instant)),
  };
};
