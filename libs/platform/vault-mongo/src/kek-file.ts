import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
  readFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Kek } from '@benkan/vault';

const OWNER_ONLY = 0o600;

const synced = (path: string, flags: number, write: (fd: number) => void = () => undefined): void => {
  const fd = openSync(path, flags, OWNER_ONLY);
  try {
    write(fd);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};

/** Writes over what a file that has no name any more held; what a disk keeps elsewhere is out of reach. */
const overwritten = (fd: number, bytes: number): void => {
  writeSync(fd, randomBytes(bytes), 0, bytes, 0);
  fsyncSync(fd);
  closeSync(fd);
};

const bytesOf = ({ key }: Kek): string => key.export().toString('base64');

/** Replaces the keys of a file at once: the first is the current one. Those that are left out are destroyed. */
export const writeKeks = (file: string, keks: readonly [Kek, ...Kek[]]): void => {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const text = keks.map((kek) => `${bytesOf(kek)}\n`).join('');
  synced(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, (fd) => void writeSync(fd, text));
  const old = openSync(file, constants.O_RDWR);
  const length = readFileSync(file).byteLength;
  renameSync(draft, file);
  synced(dirname(file), constants.O_RDONLY);
  overwritten(old, length);
};

const pidIn = (lock: string): number => Number.parseInt(readFileSync(lock, 'utf8'), 10);

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
};

/** Somebody else replaces the keys of this file now. */
export class RotationUnderWay extends Error {
  readonly code = 'rotation-under-way';
}

const lockedOnce = (lock: string): boolean => {
  try {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
    synced(lock, flags, (fd) => void writeSync(fd, String(process.pid)));
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
};

/** Alone with the file until the work is over; a lock that a dead process left is taken over. */
export const aloneWith = async <Result>(file: string, work: () => Promise<Result>): Promise<Result> => {
  const lock = `${file}.rotating`;
  if (!lockedOnce(lock)) {
    if (isAlive(pidIn(lock))) throw new RotationUnderWay(`${file}: the keys are being replaced already`);
    rmSync(lock, { force: true });
    if (!lockedOnce(lock)) throw new RotationUnderWay(`${file}: the keys are being replaced already`);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
};
