import { createHmac, type KeyObject } from 'node:crypto';
import { keyFrom } from './cipher';
import { VaultRefused } from './refusal';

/** A key-encryption key. The id is derived from the key and says nothing about it. */
export type Kek = { readonly id: string; readonly key: KeyObject };

/** Every KEK this process may open with. The first one wraps the keys of an empty vault; afterwards the vault says which. */
export type Keyring = readonly [Kek, ...Kek[]];

/** A KEK from its 32 bytes. */
export const kekFrom = (bytes: Uint8Array): Kek => {
  const key = keyFrom(bytes);
  return { id: createHmac('sha256', key).update('benkan kek id').digest('hex').slice(0, 16), key };
};

/** A keyring at work: it learns new KEKs and which one wraps new keys. */
export type Ring = {
  readonly current: () => Kek;
  /** Throws `wrong-kek` when the KEK is not known here. */
  readonly find: (id: string) => Kek;
  readonly add: (kek: Kek) => void;
  readonly promote: (id: string) => Kek;
  readonly others: () => readonly Kek[];
};

/** `reload` reads the keyring again when a key names a KEK that is not known here: one replaced it meanwhile. */
export const ringOf = (keks: Keyring, reload: () => readonly Kek[] = () => []): Ring => {
  const known = new Map(keks.map((kek) => [kek.id, kek]));
  let current = keks[0];
  const reloaded = (id: string): Kek | undefined => {
    for (const kek of reload()) known.set(kek.id, kek);
    return known.get(id);
  };
  const find = (id: string): Kek => {
    const kek = known.get(id) ?? reloaded(id);
    if (kek === undefined) throw new VaultRefused('wrong-kek', `no key-encryption key ${id} in the keyring`);
    return kek;
  };
  return {
    current: () => current,
    find,
    add: (kek) => void known.set(kek.id, kek),
    promote: (id) => (current = find(id)),
    others: () => [...known.values()].filter(({ id }) => id !== current.id),
  };
};
