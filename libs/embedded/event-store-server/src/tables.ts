import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, open, type RootDatabase } from 'lmdb';
import { damageIn } from './damage';
import { markFolder } from './folder-mark';
import { type Reserve, reserveIn } from './reserve';
import { ServerFault } from './server-fault';

export const FORMAT = 1;

export type Tables = {
  readonly environment: RootDatabase<number, string>;
  /** position → sealed event */
  readonly log: Database<Buffer, number>;
  /** stream name → sealed head */
  readonly streams: Database<Buffer, string>;
  /** [number of the stream, revision] → position */
  readonly index: Database<number, [number, number]>;
  /** Of the data file; closed with the environment. */
  readonly reserve: Reserve;
};

// far more than empty tables take
const EMPTY_BYTES = 128 * 1024;

// the new files' names must outlive a power cut as well as their contents
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

type Opened = Pick<Tables, 'environment' | 'reserve'>;

const checkFormat = ({ environment, reserve }: Opened, folder: string): void => {
  const found = environment.get('format');
  if (found === FORMAT) return;
  if (found !== undefined && found > FORMAT)
    throw new ServerFault(
      'format-newer',
      `${folder} holds data format ${found}, this program reads ${FORMAT}`,
    );
  reserve.upTo(EMPTY_BYTES);
  environment.putSync('format', FORMAT);
};

const tablesOf = ({ environment, reserve }: Opened): Tables => ({
  environment,
  log: environment.openDB<Buffer, number>({ name: 'log', encoding: 'binary' }),
  streams: environment.openDB<Buffer, string>({ name: 'streams', encoding: 'binary' }),
  index: environment.openDB<number, [number, number]>({ name: 'index', encoding: 'ordered-binary' }),
  reserve,
});

const openIn = (folder: string): Tables => {
  const environment = open<number, string>({ path: folder, overlappingSync: false, maxDbs: 8 });
  const reserve = reserveIn(join(folder, 'data.mdb'));
  try {
    checkFormat({ environment, reserve }, folder);
    return tablesOf({ environment, reserve });
  } catch (error) {
    reserve.close();
    void environment.close();
    throw error;
  }
};

/**
 * Opens the database in a folder of mode 0700. Every commit is on disk before it returns.
 * Throws `format-newer`, `record-corrupted`.
 */
export const openTables = (folder: string): Tables => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  try {
    const tables = openIn(folder);
    markFolder(folder);
    syncFolder(folder);
    return tables;
  } catch (error) {
    throw damageIn(error);
  }
};
