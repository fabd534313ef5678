import { randomBytes } from 'node:crypto';
import { kekFrom, ringOf } from './keyring';
import { memoryShelf } from './memory-shelf';
import { pepperFrom } from './pepper';
import type { VaultShelves } from './records';
import { sealedVault } from './sealed-vault';
import type { VaultUpkeep } from './upkeep';
import type { Vault } from './vault';
import { freshWrappedKey, ROOT_ID, unwrap, type KeyRecord } from './wrapped-key';

export const memoryShelves = (): VaultShelves => ({
  keys: memoryShelf(),
  people: memoryShelf(),
  texts: memoryShelf(),
  files: memoryShelf(),
  chunks: memoryShelf(),
  notes: memoryShelf(),
  lookUps: memoryShelf(),
});

/** A vault that forgets everything at the end of the process; the cryptography is the real one. */
export const inMemoryVault = (now: () => Date = () => new Date()): Vault & VaultUpkeep => {
  const kek = kekFrom(randomBytes(32));
  const root = freshWrappedKey(kek, 'root', 'pepper', now());
  return sealedVault({
    shelves: { ...memoryShelves(), keys: memoryShelf(new Map<string, KeyRecord>([[ROOT_ID, root]])) },
    ring: ringOf([kek]),
    pepper: pepperFrom(unwrap(kek, root)),
    now,
    unreadable: () => undefined,
    close: async () => undefined,
  });
};
