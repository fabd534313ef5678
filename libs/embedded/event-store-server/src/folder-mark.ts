import { closeSync, existsSync, fsyncSync, openSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerFault } from './server-fault';

const MARK = 'event-store';

const isEmpty = (file: string): boolean => !existsSync(file) || statSync(file).size === 0;

/** Throws `record-corrupted` when a store that was in use has no data any more: it is not taken for a new one. */
export const refuseEmptied = (folder: string): void => {
  if (!existsSync(join(folder, MARK)) || !isEmpty(join(folder, 'data.mdb'))) return;
  throw new ServerFault('record-corrupted', `the data file of ${folder} is gone: restore a backup`);
};

/** From now on the folder is one that holds a store. */
export const markFolder = (folder: string): void => {
  const file = join(folder, MARK);
  if (existsSync(file)) return;
  writeFileSync(file, 'the events lie in data.mdb\n', { mode: 0o600 });
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
};
