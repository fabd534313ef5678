import { place, seal, unseal } from './cipher';
import type { NoteRecord, VaultShelves } from './records';
import type { Sealing } from './texts';
import type { Note, Vault } from './vault';

type Notes = Pick<Vault, 'putNote' | 'openNote' | 'notes'> & {
  readonly destroyBefore: (instant: Date) => Promise<number>;
};

const at = ({ _id, keyId, shelf }: Pick<NoteRecord, '_id' | 'keyId' | 'shelf'>): Uint8Array =>
  place('note', shelf, _id, keyId);

/** Small documents that change as a whole, each under a data key of its own. */
export const notes = (
  shelves: Pick<VaultShelves, 'notes' | 'keys'>,
  { keys, now }: Omit<Sealing, 'pepper'>,
): Notes => {
  const open = async (record: NoteRecord): Promise<Note | undefined> => {
    const key = await keys.read('note', record._id);
    if (key === undefined) return undefined;
    const { _id: ref, createdAt } = record;
    return { ref, createdAt, bytes: unseal(keys.open(key).key, at(record), record) };
  };

  return {
    putNote: async (shelf, ref, bytes) => {
      const { key, keyId } = await keys.obtain('note', ref);
      const before = await shelves.notes.get(ref);
      const record = { _id: ref, shelf, keyId, createdAt: before?.createdAt ?? now() };
      await shelves.notes.put({ ...record, ...seal(key, at(record), bytes) });
    },
    openNote: async (ref) => {
      const record = await shelves.notes.get(ref);
      return record && (await open(record))?.bytes;
    },
    notes: async (shelf) => {
      const found: Note[] = [];
      for await (const record of shelves.notes.scan({ shelf })) {
        const note = await open(record);
        if (note !== undefined) found.push(note);
      }
      return found.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    },
    destroyBefore: async (instant) => {
      let destroyed = 0;
      for await (const record of shelves.keys.scan({ kind: 'note' })) {
        if (!('createdAt' in record) || record.createdAt >= instant) continue;
        await keys.destroy('note', record.ref);
        await shelves.notes.remove({ _id: record.ref });
        destroyed += 1;
      }
      await shelves.notes.removeBefore(instant);
      return destroyed;
    },
  };
};
