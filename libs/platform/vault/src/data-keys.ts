import type { KeyObject } from 'node:crypto';
import type { Ring } from './keyring';
import { readRoot } from './pepper';
import { VaultRefused } from './refusal';
import type { Shelf } from './shelf';
import {
  erasedPerson,
  erasedText,
  freshWrappedKey,
  isTombstone,
  keyRecordId,
  rewrap,
  unwrap,
  type KeyKind,
  type KeyRecord,
  type WrappedKey,
} from './wrapped-key';

export type DataKey = { readonly keyId: string; readonly key: KeyObject };

/** Data keys are never cached: one destroyed by another process is gone here too. */
export type DataKeys = {
  /** The key of this reference, created at first. Throws `erased`, `wrong-kek`. */
  readonly obtain: (kind: KeyKind, ref: string) => Promise<DataKey>;
  readonly read: (kind: KeyKind, ref: string) => Promise<KeyRecord | undefined>;
  readonly readMany: (kind: KeyKind, refs: readonly string[]) => Promise<ReadonlyMap<string, KeyRecord>>;
  /** Throws `erased`, `wrong-kek`, `unreadable`. */
  readonly open: (record: KeyRecord) => DataKey;
  readonly destroy: (kind: KeyKind, ref: string) => Promise<void>;
  /** Replaces a person's key by a tombstone, for ever. */
  readonly erase: (ref: string) => Promise<void>;
  /** Replaces the key of a text about an erased person by a tombstone. */
  readonly eraseText: (ref: string) => Promise<void>;
  readonly isErased: (ref: string) => Promise<boolean>;
};

const erased = (): VaultRefused => new VaultRefused('erased', 'this person was erased');

const openWith =
  (ring: Ring) =>
  (record: KeyRecord): DataKey => {
    if (isTombstone(record)) throw erased();
    return { keyId: record.keyId, key: unwrap(ring.find(record.kekId), record) };
  };

// a rotation that began after the insertion sees the record; one that began before is seen here
const settle = async (keys: Shelf<KeyRecord>, ring: Ring, record: WrappedKey): Promise<void> => {
  const to = ring.promote((await readRoot(keys)).kekId);
  if (to.id === record.kekId) return;
  const { _id, keyId, kekId } = record;
  await keys.swap({ _id, keyId, kekId }, rewrap(ring.find(kekId), to, record));
};

export const dataKeys = (keys: Shelf<KeyRecord>, ring: Ring, now: () => Date): DataKeys => {
  const open = openWith(ring);
  const read = (kind: KeyKind, ref: string): Promise<KeyRecord | undefined> =>
    keys.get(keyRecordId(kind, ref));

  const create = async (kind: KeyKind, ref: string): Promise<KeyRecord> => {
    // a process that was not given the new kek must not leave keys under the old one
    const kek = ring.promote((await readRoot(keys)).kekId);
    const fresh = freshWrappedKey(kek, kind, ref, now());
    const kept = await keys.keep(fresh);
    if (!isTombstone(kept) && kept.keyId === fresh.keyId) await settle(keys, ring, fresh);
    return kept;
  };

  return {
    open,
    read,
    obtain: async (kind, ref) => open((await read(kind, ref)) ?? (await create(kind, ref))),
    readMany: async (kind, refs) => {
      const records = await keys.getMany(refs.map((ref) => keyRecordId(kind, ref)));
      return new Map(records.map((record) => [record._id.slice(kind.length + 1), record]));
    },
    destroy: (kind, ref) => keys.remove({ _id: keyRecordId(kind, ref) }),
    erase: async (ref) => {
      // said again, the day of the erasure stays
      const before = await read('person', ref);
      if (before !== undefined && isTombstone(before)) return;
      await keys.put(erasedPerson(ref, now()));
      // the instant told is one at which the key was gone: a rotation begun later has not met it
      await keys.put(erasedPerson(ref, now()));
    },
    eraseText: async (ref) => {
      const before = await read('text', ref);
      if (before === undefined || !isTombstone(before)) await keys.put(erasedText(ref, now()));
    },
    isErased: async (ref) => {
      const record = await read('person', ref);
      return record !== undefined && isTombstone(record);
    },
  };
};
