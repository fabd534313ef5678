import { join } from 'node:path';
import { open, type Database } from 'lmdb';
import { adoptFormat } from './format';
import { growthOf } from './growth';
import type { DamageReport } from '../damage';
import { scanRange, type Entry, type KeyRange } from './key-range';
import { reserveIn, type Reserve } from './reserve';
import { intact, seal, unseal } from './seal';
import { writeQueue } from './write-queue';

export interface Inspected {
  readonly key: Buffer;
  readonly value: Buffer | 'damaged';
}

/** An ordered map of bytes on the disk, each under a checksum: what changed there answers 301. `put` and `remove` belong inside `write`. */
export interface Store {
  get(key: Buffer): Buffer | undefined;
  has(key: Buffer): boolean;
  /** As `get`, without a fault for what is damaged. */
  peek(key: Buffer): Buffer | 'damaged' | undefined;
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
  /** Lazily, in order; may be left and taken up again later: it holds no snapshot. */
  scan(range: KeyRange): Iterable<Entry>;
  /** As `scan`, going on past what is damaged. */
  inspect(range: KeyRange): Iterable<Inspected>;
  count(range: KeyRange): number;
  /** Resolves once what `action` wrote would survive a power cut; `ServerFault`s reject, having written nothing. */
  write<T>(action: () => T): Promise<T>;
  /** Called when a transaction was undone: whatever was cached from it is void. */
  onUndone(listener: () => void): void;
  close(): Promise<void>;
}

const MAP_BYTES = 2 ** 38;

const openFiles = (
  folder: string,
): { readonly database: Database<Buffer, Buffer>; readonly reserve: Reserve } => {
  const database = open<Buffer, Buffer>({
    path: folder,
    keyEncoding: 'binary',
    encoding: 'binary',
    noSubdir: false,
    // a commit returns after its flush
    overlappingSync: false,
    // addresses only; a map that grows stays mapped beside its larger self
    mapSize: MAP_BYTES,
    maxDbs: 1,
    maxReaders: 16,
  });
  const reserve = reserveIn(join(folder, 'data.mdb'));
  try {
    adoptFormat(database, reserve);
  } catch (error) {
    reserve.close();
    void database.close();
    throw error;
  }
  return { database, reserve };
};

type Unseal = typeof unseal;

const unsealing =
  (report: DamageReport): Unseal =>
  (key, sealed) => {
    try {
      return unseal(key, sealed);
    } catch (error) {
      report(error);
      throw error;
    }
  };

function* unsealed(entries: Iterable<Entry>, open: Unseal): Generator<Entry> {
  for (const { key, value } of entries) yield { key, value: open(key, value) };
}

function* inspected(entries: Iterable<Entry>): Generator<Inspected> {
  for (const { key, value } of entries) yield { key, value: intact(key, value) };
}

/** `report` hears of damage that a read meets. */
export const openStore = (folder: string, report: DamageReport = () => undefined): Store => {
  const { database, reserve } = openFiles(folder);
  const opened = unsealing(report);
  const growth = growthOf(database, reserve);
  const undone: (() => void)[] = [];
  const commit = (action: () => void): void => {
    try {
      growth.forget();
      database.transactionSync(() => {
        action();
        growth.settle();
      });
    } catch (error) {
      undone.forEach((listener) => listener());
      throw error;
    }
  };
  const queue = writeQueue(commit);
  return {
    get: (key) => {
      const sealed = database.getBinary(key);
      return sealed && opened(key, sealed);
    },
    has: (key) => database.doesExist(key),
    put: (key, value) => {
      growth.note(value.length);
      database.putSync(key, seal(key, value));
    },
    remove: (key) => {
      growth.note(0);
      database.removeSync(key);
    },
    peek: (key) => {
      const sealed = database.getBinary(key);
      return sealed && intact(key, sealed);
    },
    inspect: (range) => inspected(scanRange(database, range)),
    scan: (range) => unsealed(scanRange(database, range), opened),
    count: ({ from, to }) => database.getKeysCount({ start: from, end: to }),
    write: (action) => queue.write(action),
    onUndone: (listener) => undone.push(listener),
    close: async () => {
      await queue.idle();
      await database.close();
      reserve.close();
    },
  };
};
