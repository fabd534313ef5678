import mongoose from 'mongoose';
import type { mongo } from 'mongoose';
import {
  openPepper,
  ringOf,
  sealedVault,
  VaultUnavailable,
  type Kek,
  type Keyring,
  type Unreadable,
  type Vault,
  type VaultShelves,
  type VaultUpkeep,
} from '@benkan/vault';
import { mongoShelf } from './mongo-shelf';

export type VaultStores = {
  /** MongoDB URL of the ciphertexts, database name included. */
  readonly vaultUrl: string;
  /** MongoDB URL of the wrapped keys; another store than `vaultUrl`. */
  readonly keysUrl: string;
  /** Milliseconds to wait for a store that does not answer. Default: 5000. */
  readonly patience?: number;
};

export type VaultOptions = VaultStores & {
  /** The KEKs this process may open with; the first wraps the keys of an empty vault. */
  readonly keks: Keyring;
  /** Reads the KEKs again when a key names one that is not among them: another process replaced it. */
  readonly reload?: () => readonly Kek[];
  /** Hears of every record that cannot be opened; a page shows it as unknown. */
  readonly onUnreadable?: Unreadable;
  readonly now?: () => Date;
};

const SOCKET_TIMEOUT_MS = 20_000;

const settings = (patience: number): mongoose.ConnectOptions => ({
  serverSelectionTimeoutMS: patience,
  connectTimeoutMS: patience,
  socketTimeoutMS: SOCKET_TIMEOUT_MS,
  autoIndex: false,
  autoCreate: false,
});

type Store = { readonly db: mongo.Db; readonly close: () => Promise<void> };

const connect = async (url: string, patience: number): Promise<Store> => {
  const connection = mongoose.createConnection(url, settings(patience));
  try {
    const { db } = await connection.asPromise();
    if (db === undefined) throw new Error('no database');
    return { db, close: () => connection.close() };
  } catch (cause) {
    await connection.close();
    throw new VaultUnavailable('a store of the vault does not answer', { cause });
  }
};

const connectBoth = async ({
  vaultUrl,
  keysUrl,
  patience = 5_000,
}: VaultStores): Promise<readonly [Store, Store]> => {
  const vault = await connect(vaultUrl, patience);
  try {
    return [vault, await connect(keysUrl, patience)];
  } catch (error) {
    await vault.close();
    throw error;
  }
};

const shelvesOf = (vault: mongo.Db, keys: mongo.Db): VaultShelves => ({
  keys: mongoShelf(keys, 'keys'),
  people: mongoShelf(vault, 'people'),
  texts: mongoShelf(vault, 'texts'),
  files: mongoShelf(vault, 'files'),
  chunks: mongoShelf(vault, 'file_chunks'),
  notes: mongoShelf(vault, 'notes'),
  lookUps: mongoShelf(vault, 'look_ups'),
});

const index = async (vault: mongo.Db, keys: mongo.Db): Promise<void> => {
  try {
    await keys.collection('keys').createIndex({ kekId: 1 });
    await keys.collection('keys').createIndex({ kind: 1 });
    await vault.collection('look_ups').createIndex({ ref: 1 });
    await vault.collection('look_ups').createIndex({ mark: 1 });
    await vault.collection('file_chunks').createIndex({ ref: 1 });
    await vault.collection('notes').createIndex({ shelf: 1 });
  } catch (cause) {
    throw new VaultUnavailable('a store of the vault refuses its indexes', { cause });
  }
};

/** The vault's shelves without its keys' key: enough to copy and to put back, not to open anything. */
export type OpenShelves = { readonly shelves: VaultShelves; readonly close: () => Promise<void> };

/** Opens both stores of a vault. Throws `VaultUnavailable`. */
export const openShelves = async (stores: VaultStores): Promise<OpenShelves> => {
  if (stores.vaultUrl === stores.keysUrl)
    throw new Error('ciphertexts and keys need two stores: vaultUrl and keysUrl are the same');
  const [vault, keys] = await connectBoth(stores);
  const close = async (): Promise<void> => void (await Promise.all([vault.close(), keys.close()]));
  try {
    await index(vault.db, keys.db);
    return { shelves: shelvesOf(vault.db, keys.db), close };
  } catch (error) {
    await close();
    throw error;
  }
};

/**
 * Opens the vault over its two stores and loads its pepper. Throws `VaultUnavailable`, and `VaultRefused` with
 * `wrong-kek` when the keyring does not hold the KEK the vault is under.
 */
export const openVault = async (options: VaultOptions): Promise<Vault & VaultUpkeep> => {
  const { keks, reload, onUnreadable = () => undefined, now = () => new Date() } = options;
  const { shelves, close } = await openShelves(options);
  try {
    const ring = ringOf(keks, reload);
    const pepper = await openPepper(shelves.keys, ring, now());
    return sealedVault({ shelves, ring, pepper, now, unreadable: onUnreadable, close });
  } catch (error) {
    await close();
    throw error;
  }
};
