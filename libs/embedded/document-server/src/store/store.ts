import { open } from 'lmdb';
import { scanRange, type Entry, type KeyRange } from './key-range';
import { writeQueue } from './write-queue';

/** An ordered map of bytes on the disk. `put` and `remove` belong inside `write`. */
export interface Store {
  get(key: Buffer): Buffer | undefined;
  has(key: Buffer): boolean;
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
  /** Lazily, in order; may be left and taken up again later: it holds no snapshot. */
  scan(range: KeyRange): Iterable<Entry>;
  count(range: KeyRange): number;
  /** Resolves once what `action` wrote would survive a power cut; `ServerFault`s reject, having written nothing. */
  write<T>(action: () => T): Promise<T>;
  /** Called when a transaction was undone: whatever was cached from it is void. */
  onUndone(listener: () => void): void;
  close(): Promise<void>;
}

export const openStore = (folder: string): Store => {
  const database = open<Buffer, Buffer>({
    path: folder,
    keyEncoding: 'binary',
    encoding: 'binary',
    noSubdir: false,
    // a commit returns after its flush
    overlappingSync: false,
    maxDbs: 1,
    maxReaders: 16,
  });
  const undone: (() => void)[] = [];
  const commit = (action: () => void): void => {
    try {
      database.transactionSync(action);
    } catch (error) {
      undone.forEach((listener) => listener());
      throw error;
    }
  };
  const queue = writeQueue(commit);
  return {
    get: (key) => database.getBinary(key),
    has: (key) => database.doesExist(key),
    put: (key, value) => database.putSync(key, value),
    remove: (key) => {
      database.removeSync(key);
    },
    scan: (range) => scanRange(database, range),
    count: ({ from, to }) => database.getKeysCount({ start: from, end: to }),
    write: (action) => queue.write(action),
    onUndone: (listener) => undone.push(listener),
    close: async () => {
      await queue.idle();
      await database.close();
    },
  };
};
