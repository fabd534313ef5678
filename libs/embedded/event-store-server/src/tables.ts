import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { type Database, open, type RootDatabase } from 'lmdb';
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
};

// the new files' names must outlive a power cut as well as their contents
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

const checkFormat = (environment: RootDatabase<number, string>, folder: string): void => {
  const found = environment.get('format') ?? FORMAT;
  if (found > FORMAT)
    throw new ServerFault(
      'format-newer',
      `${folder} holds data format ${found}, this program reads ${FORMAT}`,
    );
  environment.putSync('format', FORMAT);
};

/** Opens the database in a folder of mode 0700. Every commit is on disk before it returns. */
export const openTables = (folder: string): Tables => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const environment = open<number, string>({ path: folder, overlappingSync: false, maxDbs: 8 });
  checkFormat(environment, folder);
  const tables = {
    environment,
    log: environment.openDB<Buffer, number>({ name: 'log', encoding: 'binary' }),
    streams: environment.openDB<Buffer, string>({ name: 'streams', encoding: 'binary' }),
    index: environment.openDB<number, [number, number]>({ name: 'index', encoding: 'ordered-binary' }),
  };
  syncFolder(folder);
  return tables;
};
