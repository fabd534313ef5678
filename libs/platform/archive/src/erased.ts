import {
  erasedPerson,
  isTombstone,
  type KeyRecord,
  type LookUpEntry,
  type Stored,
  type VaultShelves,
} from '@benkan/vault';
import { erasureOf, readErasures, type ErasedSince, type Erasure } from './erasures';
import type { ShelfName } from './shelves';

/** Who was erased, before the backup was taken or since. */
export type Erased = {
  readonly all: readonly Erasure[];
  /** Whether a record is kept back: a key, a ciphertext or a look-up of an erased person. */
  readonly holdsBack: (shelf: ShelfName, record: Stored) => boolean;
};

const tombstonesIn = async function* (shelves: VaultShelves): AsyncGenerator<Erasure> {
  for await (const record of shelves.keys.scan({})) {
    const erasure = erasureOf(record);
    if (erasure !== undefined) yield erasure;
  }
};

/** Those told, those the backup knew of, and those whom the stores restored into already know as erased. */
export const erasedFrom = async (since: ErasedSince, dir: string, shelves: VaultShelves): Promise<Erased> => {
  const erasures = new Map<string, Erasure>();
  for (const known of [since, await readErasures(dir), tombstonesIn(shelves)])
    for await (const erasure of known) erasures.set(erasure.ref, erasure);
  const keyIds = new Set([...erasures.keys()].map((ref) => erasedPerson(ref, new Date(0))._id));
  const ownerOf: Partial<Record<ShelfName, (record: Stored) => boolean>> = {
    keys: (record) => keyIds.has(record._id) && !isTombstone(record as KeyRecord),
    people: ({ _id }) => erasures.has(_id),
    lookUps: (record) => erasures.has((record as LookUpEntry).ref),
  };
  return {
    all: [...erasures.values()],
    holdsBack: (shelf, record) => ownerOf[shelf]?.(record) ?? false,
  };
};

/** Puts what is left of an erased person's keys, and removes what an earlier restoration had put back. */
export const applyErasures = async (shelves: VaultShelves, { all }: Erased): Promise<void> => {
  for (const { ref, erasedAt } of all) {
    const tombstone = erasedPerson(ref, erasedAt);
    const before = await shelves.keys.get(tombstone._id);
    if (before === undefined || !isTombstone(before)) await shelves.keys.put(tombstone);
    await shelves.lookUps.remove({ ref });
    await shelves.people.remove({ _id: ref });
  }
};
