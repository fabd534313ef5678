import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { mongo } from 'mongoose';
import { start } from '@benkan/document-server';

/** An empty pair of databases, as a vault needs them. */
export type Stores = { readonly vaultUrl: string; readonly keysUrl: string };

export type Servers = {
  readonly stores: () => Stores;
  /** What an intruder holding the disks reads: the files of both folders, or every document behind `MONGO_URL`. */
  readonly bytes: (stores: Stores) => Promise<readonly Buffer[]>;
  readonly close: () => Promise<void>;
};

const withDatabase = (url: string, name: string): string => {
  const named = new URL(url);
  named.pathname = `/${name}`;
  return named.toString();
};

const freshStores = (vault: string, keys: string): Stores => ({
  vaultUrl: withDatabase(vault, `vault-${randomUUID()}`),
  keysUrl: withDatabase(keys, `keys-${randomUUID()}`),
});

const filesUnder = (folder: string): readonly Buffer[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

const embedded = async (): Promise<Servers> => {
  const folders = ['vault-', 'keys-'].map((prefix) => mkdtempSync(join(tmpdir(), prefix)));
  const [vault, keys] = await Promise.all([
    start({ folder: folders[0] ?? '', port: 0 }),
    start({ folder: folders[1] ?? '', port: 0 }),
  ]);
  return {
    stores: () => freshStores(vault.url, keys.url),
    bytes: async () => folders.flatMap(filesUnder),
    close: async () => {
      await Promise.all([vault.close(), keys.close()]);
      for (const folder of folders) rmSync(folder, { recursive: true });
    },
  };
};

/** Runs work on one database over a connection of its own. */
export const withDb = async <T>(url: string, work: (db: mongo.Db) => Promise<T>): Promise<T> => {
  const connection = await mongoose.createConnection(url).asPromise();
  try {
    if (connection.db === undefined) throw new Error('no database');
    return await work(connection.db);
  } finally {
    await connection.close();
  }
};

const COLLECTIONS = ['keys', 'people', 'texts', 'files', 'file_chunks', 'look_ups'];

const documentsOf = (url: string): Promise<readonly Buffer[]> =>
  withDb(url, async (db) => {
    const all = await Promise.all(COLLECTIONS.map((name) => db.collection(name).find({}).toArray()));
    return all.flat().map((doc) => Buffer.from(mongo.BSON.serialize(doc)));
  });

const byUrl = (url: string): Servers => {
  const made: Stores[] = [];
  return {
    stores: () => {
      const stores = freshStores(url, url);
      made.push(stores);
      return stores;
    },
    bytes: async ({ vaultUrl, keysUrl }) => [
      ...(await documentsOf(vaultUrl)),
      ...(await documentsOf(keysUrl)),
    ],
    close: async () => {
      for (const { vaultUrl, keysUrl } of made)
        for (const each of [vaultUrl, keysUrl]) await withDb(each, (db) => db.dropDatabase());
    },
  };
};

/** Two embedded document servers, or the server at `MONGO_URL`. */
export const startServers = async (): Promise<Servers> => {
  const url = process.env['MONGO_URL'];
  return url === undefined ? embedded() : byUrl(url);
};
