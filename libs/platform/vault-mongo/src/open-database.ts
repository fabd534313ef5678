import mongoose from 'mongoose';
import { VaultUnavailable, type Shelf, type Stored } from '@benkan/vault';
import { mongoShelf } from './mongo-shelf';

export type OpenDatabase = {
  readonly shelf: <D extends Stored>(name: string) => Shelf<D>;
  readonly close: () => Promise<void>;
};

const PATIENCE_MS = 5_000;

/** A database beside the vault's own, with the same durable shelves. Throws `VaultUnavailable`. */
export const openDatabase = async (url: string, patience = PATIENCE_MS): Promise<OpenDatabase> => {
  const connection = mongoose.createConnection(url, {
    serverSelectionTimeoutMS: patience,
    connectTimeoutMS: patience,
    autoIndex: false,
    autoCreate: false,
  });
  try {
    const { db } = await connection.asPromise();
    if (db === undefined) throw new Error('no database');
    return { shelf: (name) => mongoShelf(db, name), close: () => connection.close() };
  } catch (cause) {
    await connection.close();
    throw new VaultUnavailable('a store does not answer', { cause });
  }
};
