import { mongo } from 'mongoose';
import { setTimeout as pause } from 'node:timers/promises';
import { VaultFull, VaultUnavailable, type Match, type Shelf, type Stored } from '@benkan/vault';

type Row = Stored & { readonly [field: string]: unknown };

const BATCH = 500;
const TRIES = 50;
const PAUSE_MS = 20;
const DUPLICATE_KEY = 11000;
const OUT_OF_DISK_SPACE = 14031;

const SAFE: mongo.CollectionOptions = {
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
};

const isTaken = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;

const unavailable = (cause: unknown): unknown => {
  if (!(cause instanceof mongo.MongoError)) return cause;
  return cause.code === OUT_OF_DISK_SPACE
    ? new VaultFull('a store of the vault has no room left', { cause })
    : new VaultUnavailable('a store of the vault does not answer', { cause });
};

const answered = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw unavailable(error);
  }
};

/** Again while the id is taken by a write that is not readable yet. */
const untilSettled = async <T>(attempt: () => Promise<T | undefined>): Promise<T> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const settled = await answered(attempt);
    if (settled !== undefined) return settled;
    await pause(PAUSE_MS);
  }
  throw new VaultUnavailable('a write beside this one does not settle');
};

const unlessTaken = async <T>(write: Promise<unknown>, done: T): Promise<T | undefined> => {
  try {
    await write;
    return done;
  } catch (error) {
    if (isTaken(error)) return undefined;
    throw error;
  }
};

const batches = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, n) => ids.slice(n * BATCH, (n + 1) * BATCH));

const bodyOf = ({ _id, ...body }: Row): Record<string, unknown> => body;

/** A collection as a shelf: majority writes and reads, binary fields as buffers. */
export const mongoShelf = <D extends Stored>(db: mongo.Db, name: string): Shelf<D> => {
  const rows = db.collection<Row>(name, SAFE);
  const plain = { promoteBuffers: true } as const;
  const docOf = (row: Row): D => row as Stored as D;
  const rowOf = (doc: D): Row => ({ ...doc });

  const get = (id: string): Promise<D | undefined> =>
    answered(async () => {
      const row = await rows.findOne({ _id: id }, plain);
      return row === null ? undefined : docOf(row);
    });

  return {
    get,
    getMany: async (ids) => {
      const found: D[] = [];
      for (const batch of batches(ids)) {
        const some = await answered(() => rows.find({ _id: { $in: [...batch] } }, plain).toArray());
        found.push(...some.map(docOf));
      }
      return found;
    },
    scan: async function* (match: Match) {
      try {
        for await (const row of rows.find(match, plain)) yield docOf(row);
      } catch (error) {
        throw unavailable(error);
      }
    },
    keep: (doc) =>
      untilSettled(async () => (await unlessTaken(rows.insertOne(rowOf(doc)), doc)) ?? (await get(doc._id))),
    put: async (doc) => {
      const body = bodyOf(rowOf(doc));
      await untilSettled(() => unlessTaken(rows.replaceOne({ _id: doc._id }, body, { upsert: true }), true));
    },
    swap: async (match, doc) => {
      const { matchedCount } = await answered(() => rows.replaceOne(match, bodyOf(rowOf(doc))));
      return matchedCount === 1;
    },
    remove: async (match) => void (await answered(() => rows.deleteMany(match))),
    removeBefore: async (instant) =>
      void (await answered(() => rows.deleteMany({ createdAt: { $lt: instant } }))),
  };
};
