import type { Kek, Ring } from './keyring';
import { readRoot } from './pepper';
import { VaultRefused } from './refusal';
import type { Shelf } from './shelf';
import type { Rotation } from './upkeep';
import { isTombstone, rewrap, ROOT_ID, unwrap, type KeyRecord, type WrappedKey } from './wrapped-key';

const AT_ONCE = 32;

type Work = { readonly keys: Shelf<KeyRecord>; readonly ring: Ring; readonly to: Kek };

// matching on the old kek keeps a key erased meanwhile from coming back
const move = async ({ keys, ring, to }: Work, record: WrappedKey): Promise<boolean> => {
  const { _id, keyId, kekId } = record;
  try {
    return await keys.swap({ _id, keyId, kekId }, rewrap(ring.find(kekId), to, record));
  } catch (error) {
    if (error instanceof VaultRefused) return false;
    throw error;
  }
};

const countTrue = (answers: readonly boolean[]): number => answers.filter(Boolean).length;

const moveAll = async (work: Work, from: Kek): Promise<number> => {
  let moved = 0;
  let batch: WrappedKey[] = [];
  const flush = async (): Promise<void> => {
    moved += countTrue(await Promise.all(batch.map((record) => move(work, record))));
    batch = [];
  };
  for await (const record of work.keys.scan({ kekId: from.id })) {
    if (!isTombstone(record)) batch.push(record);
    if (batch.length === AT_ONCE) await flush();
  }
  await flush();
  return moved;
};

// the root first: from then on every process wraps new keys under the new kek
const moveRoot = async (work: Work, from: Kek): Promise<number> => {
  const root = await readRoot(work.keys);
  if (root.kekId === work.to.id) return 0;
  if (root.kekId !== from.id) throw new VaultRefused('wrong-kek', 'the vault is under neither of these keys');
  const moved = await work.keys.swap({ _id: ROOT_ID, kekId: from.id }, rewrap(from, work.to, root));
  return moved ? 1 : moveRoot(work, from);
};

const opens = (to: Kek, record: WrappedKey): boolean => {
  try {
    return record.kekId === to.id && unwrap(to, record).symmetricKeySize === 32;
  } catch (error) {
    if (error instanceof VaultRefused) return false;
    throw error;
  }
};

const verify = async ({ keys, to }: Work): Promise<Pick<Rotation, 'verified' | 'failed'>> => {
  const failed: string[] = [];
  let verified = 0;
  for await (const record of keys.scan({})) {
    if (isTombstone(record)) continue;
    if (opens(to, record)) verified += 1;
    else failed.push(record._id);
  }
  return { verified, failed };
};

/** See `VaultUpkeep.rotateKek`. Earlier KEKs still in the keyring are emptied as well: a crash may have left some. */
export const rotate = async (
  keys: Shelf<KeyRecord>,
  ring: Ring,
  { from, to }: { readonly from: Kek; readonly to: Kek },
): Promise<Rotation> => {
  ring.add(from);
  ring.add(to);
  const work = { keys, ring, to };
  let rewrapped = await moveRoot(work, from);
  ring.promote(to.id);
  for (const old of ring.others()) {
    let moved: number;
    do {
      moved = await moveAll(work, old);
      rewrapped += moved;
    } while (moved > 0);
  }
  return { rewrapped, ...(await verify(work)) };
};
