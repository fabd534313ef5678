import { place, seal, unseal } from './cipher';
import type { DataKeys } from './data-keys';
import type { Pepper } from './pepper';
import type { TextRecord } from './records';
import { VaultRefused } from './refusal';
import type { Shelf } from './shelf';
import { isTombstone, type KeyRecord } from './wrapped-key';
import type { Vault } from './vault';
import type { Unreadable } from './upkeep';

type Texts = Pick<Vault, 'sealText' | 'openTexts'>;

export type Sealing = {
  readonly keys: DataKeys;
  readonly pepper: Pepper;
  readonly now: () => Date;
};

type Place = Pick<TextRecord, '_id' | 'keyId' | 'digest'>;

const at = ({ _id, keyId, digest }: Place): Uint8Array => place('text', _id, keyId, digest);

export const texts = (
  shelf: Shelf<TextRecord>,
  { keys, pepper, now }: Sealing,
  unreadable: Unreadable,
): Texts => {
  const open = (record: TextRecord, key: KeyRecord | undefined): string | undefined => {
    if (key !== undefined && isTombstone(key)) return undefined;
    try {
      if (key === undefined) throw new VaultRefused('unreadable', 'no key for this text');
      return unseal(keys.open(key).key, at(record), record).toString();
    } catch (error) {
      if (!(error instanceof VaultRefused)) throw error;
      unreadable({ kind: 'text', ref: record._id, code: error.code });
      return undefined;
    }
  };

  return {
    sealText: async (ref, text) => {
      // the digest an event carries: `vault.digest('text', …)`
      const digest = pepper.digest('digest:text', text);
      const { key, keyId } = await keys.obtain('text', ref);
      const where = { _id: ref, keyId, digest };
      const record = { ...where, createdAt: now(), ...seal(key, at(where), Buffer.from(text)) };
      const kept = await shelf.keep(record);
      if (kept.digest !== digest)
        throw new VaultRefused('text-exists', 'another text is kept under this reference');
      // sealed under a key that was lost since: what this key can open takes its place
      if (kept.keyId !== keyId) await shelf.swap({ _id: ref, keyId: kept.keyId }, record);
      return { textRef: ref, digest };
    },
    openTexts: async (refs) => {
      const wanted = [...new Set(refs)];
      const [keyOf, records] = await Promise.all([keys.readMany('text', wanted), shelf.getMany(wanted)]);
      const opened = new Map<string, string>();
      for (const record of records) {
        const text = open(record, keyOf.get(record._id));
        if (text !== undefined) opened.set(record._id, text);
      }
      return opened;
    },
  };
};
