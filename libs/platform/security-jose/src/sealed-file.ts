import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { keyFrom, place, seal, unseal } from '@benkan/vault';

const NONCE_BYTES = 12;

/** The file is altered, was sealed under another secret, or is open to others. */
export class SealedFileRefused extends Error {}

const whereOf = (file: string): Uint8Array => place('sealed-file', basename(file));

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

const bytesOf = (file: string): Buffer | undefined => {
  try {
    const fd = openSync(file, 'r');
    try {
      if ((fstatSync(fd).mode & 0o077) !== 0)
        throw new SealedFileRefused(`${file}: others may read it; run chmod 600 ${file}`);
      return readFileSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** The bytes sealed in a file; undefined when there is none. Throws `SealedFileRefused`. */
export const readSealed = (file: string, secret: Uint8Array): Buffer | undefined => {
  const bytes = bytesOf(file);
  if (bytes === undefined) return undefined;
  try {
    const sealed = { nonce: bytes.subarray(0, NONCE_BYTES), box: bytes.subarray(NONCE_BYTES) };
    return unseal(keyFrom(secret), whereOf(file), sealed);
  } catch (cause) {
    throw new SealedFileRefused(`${file}: altered, or sealed in another directory`, { cause });
  }
};

/** Complete or as before; readable by this user only. */
export const writeSealed = (file: string, secret: Uint8Array, plain: Uint8Array): void => {
  const { nonce, box } = seal(keyFrom(secret), whereOf(file), plain);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const fd = openSync(draft, 'wx', 0o600);
  writeSync(fd, Buffer.concat([nonce, box]));
  fsyncSync(fd);
  closeSync(fd);
  renameSync(draft, file);
};

/** Changes whenever the file is replaced. */
export const stampOf = (file: string): string => {
  const { ino, mtimeMs, size } = statSync(file);
  return `${ino} ${mtimeMs} ${size}`;
};
