import { dataKeys } from './data-keys';
import { files } from './files';
import type { Ring } from './keyring';
import { lookUps } from './look-ups';
import { marks } from './marks';
import { notes } from './notes';
import { people } from './people';
import type { Pepper } from './pepper';
import type { VaultShelves } from './records';
import { rotate } from './rotation';
import { sweeping } from './sweeping';
import { texts } from './texts';
import type { Unreadable, VaultUpkeep } from './upkeep';
import type { Vault } from './vault';

export type VaultParts = {
  readonly shelves: VaultShelves;
  readonly ring: Ring;
  readonly pepper: Pepper;
  readonly now: () => Date;
  readonly unreadable: Unreadable;
  readonly close: () => Promise<void>;
};

/** The whole vault over any shelves: the cryptography and the order of the writes are the same everywhere. */
export const sealedVault = (parts: VaultParts): Vault & VaultUpkeep => {
  const { shelves, ring, pepper, now, unreadable, close } = parts;
  const keys = dataKeys(shelves.keys, ring, now);
  const sealing = { keys, pepper, now };
  const index = lookUps(shelves.lookUps, pepper, keys, now);
  const { erase, ...persons } = people(shelves.people, keys, now, unreadable);
  const { destroyBefore, ...uploads } = files(shelves, sealing);
  const { destroyBefore: destroyNotes, ...jottings } = notes(shelves, sealing);
  return {
    ...persons,
    claim: index.claim,
    find: index.find,
    release: index.release,
    ...marks(shelves.lookUps, pepper, keys, now),
    erasePerson: (ref) => erase(ref, () => index.forget(ref)),
    ...texts(shelves.texts, sealing, unreadable),
    ...uploads,
    digest: (purpose, text) => pepper.digest(`digest:${purpose}`, text),
    ...jottings,
    destroyFilesBefore: async (instant) => (await destroyBefore(instant)) + (await destroyNotes(instant)),
    destroyUploadsBefore: destroyBefore,
    ...sweeping(shelves, keys),
    rotateKek: (change) => rotate(shelves.keys, ring, change),
    close,
  };
};
