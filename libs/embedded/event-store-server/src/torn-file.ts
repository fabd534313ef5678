import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFile, openDataFile } from './data-file';
import { ServerFault } from './server-fault';

// whether any of what is missing was needed is found out by reading everything, in another process since to
// miss one page is to crash
const isWhole = (folder: string): boolean =>
  spawnSync(process.execPath, [join(__dirname, 'boot.cjs'), folder]).status === 0;

const refuseMissing = (folder: string, file: string, data: DataFile): void => {
  const missing = data.missing();
  if (missing <= 0) return;
  if (isWhole(folder)) return data.grow();
  throw new ServerFault('record-corrupted', `${file} lacks ${missing} bytes at its end: restore a backup`);
};

/** Throws `record-corrupted` when the data file lost a part of its tail that had been acknowledged. */
export const refuseTorn = (folder: string): void => {
  const file = join(folder, 'data.mdb');
  if (!existsSync(file) || statSync(file).size === 0) return;
  const data = openDataFile(file);
  try {
    refuseMissing(folder, file, data);
  } finally {
    data.close();
  }
};
