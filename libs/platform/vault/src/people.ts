import { place, seal, unseal } from './cipher';
import type { DataKeys } from './data-keys';
import type { PersonRecord } from './records';
import { VaultRefused } from './refusal';
import type { Shelf } from './shelf';
import { isTombstone, type KeyRecord } from './wrapped-key';
import { VaultUnavailable, type PersonalData, type PersonOutcome, type Vault } from './vault';
import type { Unreadable } from './upkeep';

type People = Pick<Vault, 'sealPerson' | 'openPerson' | 'openPeople'> & {
  /** Destroys the key first: whatever fails afterwards, the ciphertext opens no more. */
  readonly erase: (ref: string, forgetLookUps: () => Promise<void>) => Promise<void>;
};

const MAX_TRIES = 3;

const at = (ref: string, keyId: string): Uint8Array => place('person', ref, keyId);

const bestEffort = async (work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof VaultUnavailable)) throw error;
  }
};

export const people = (
  shelf: Shelf<PersonRecord>,
  keys: DataKeys,
  now: () => Date,
  unreadable: Unreadable,
): People => {
  const open = (key: KeyRecord | undefined, record: PersonRecord | undefined): PersonOutcome => {
    if (key !== undefined && isTombstone(key)) return { kind: 'erased' };
    if (key === undefined || record === undefined) return { kind: 'unknown' };
    const bytes = unseal(keys.open(key).key, at(record._id, record.keyId), record);
    return { kind: 'open', person: JSON.parse(bytes.toString()) as PersonalData };
  };

  const openOrUnknown = (
    ref: string,
    key: KeyRecord | undefined,
    record: PersonRecord | undefined,
  ): PersonOutcome => {
    try {
      return open(key, record);
    } catch (error) {
      if (!(error instanceof VaultRefused)) throw error;
      unreadable({ kind: 'person', ref, code: error.code });
      return { kind: 'unknown' };
    }
  };

  return {
    sealPerson: async (ref, person) => {
      for (let attempt = 0; attempt < MAX_TRIES; attempt += 1) {
        const { key, keyId } = await keys.obtain('person', ref);
        const sealed = seal(key, at(ref, keyId), Buffer.from(JSON.stringify(person)));
        await shelf.put({ _id: ref, keyId, createdAt: now(), ...sealed });
        const kept = await keys.read('person', ref);
        if (kept !== undefined && !isTombstone(kept) && kept.keyId === keyId) return;
        if (kept !== undefined && isTombstone(kept)) {
          await shelf.remove({ _id: ref });
          throw new VaultRefused('erased', 'this person was erased');
        }
        // a sweep took the key of an older attempt away: once more, under a key of today
      }
      throw new VaultUnavailable('the key of a person keeps changing');
    },
    openPerson: async (ref) => open(await keys.read('person', ref), await shelf.get(ref)),
    openPeople: async (refs) => {
      const wanted = [...new Set(refs)];
      const [keyOf, records] = await Promise.all([keys.readMany('person', wanted), shelf.getMany(wanted)]);
      const recordOf = new Map(records.map((record) => [record._id, record]));
      return new Map(wanted.map((ref) => [ref, openOrUnknown(ref, keyOf.get(ref), recordOf.get(ref))]));
    },
    erase: async (ref, forgetLookUps) => {
      await keys.erase(ref);
      await forgetLookUps();
      await bestEffort(shelf.remove({ _id: ref }));
    },
  };
};
