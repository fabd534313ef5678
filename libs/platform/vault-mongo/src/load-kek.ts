import { randomBytes, scryptSync } from 'node:crypto';
import {
  closeSync,
  constants,
  fsyncSync,
  fstatSync,
  linkSync,
  openSync,
  readSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { kekFrom, type Kek } from '@benkan/vault';

export type KekSource =
  /** Path of the key's own file (`BENKAN_KEK_FILE`), created at first. It lies outside all three stores. */
  | { readonly file: string }
  /** A passphrase, and the path of its salt. The salt is no secret, but without it the passphrase opens nothing. */
  | { readonly passphrase: string; readonly saltFile: string };

export type KekFileProblem = 'readable-by-others' | 'not-a-key' | 'weak-passphrase';

/** The key file, salt file or passphrase cannot be used as it is. */
export class KekRefused extends Error {
  constructor(
    readonly code: KekFileProblem,
    detail: string,
  ) {
    super(detail);
  }
}

const KEY_BYTES = 32;
const MIN_PASSPHRASE = 12;
const MOST_BYTES = 1024;
// 128 MiB of memory for every guess
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const syncFolderOf = (file: string): void => {
  const fd = openSync(dirname(file), constants.O_RDONLY);
  fsyncSync(fd);
  closeSync(fd);
};

/** Complete or absent, and never replaced: written aside, synced, then linked under its name. */
const createOnce = (file: string): void => {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const fd = openSync(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    writeSync(fd, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
    fsyncSync(fd);
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    closeSync(fd);
    unlinkSync(draft);
  }
  syncFolderOf(file);
};

const openExisting = (file: string): number | undefined => {
  try {
    return openSync(file, constants.O_RDONLY);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
};

const openOrCreate = (file: string): number => {
  const fd = openExisting(file);
  if (fd !== undefined) return fd;
  createOnce(file);
  return openSync(file, constants.O_RDONLY);
};

const refuseExposed = (file: string, fd: number): void => {
  const mode = fstatSync(fd).mode & 0o777;
  if ((mode & 0o077) === 0) return;
  throw new KekRefused(
    'readable-by-others',
    `${file} has mode ${mode.toString(8)}: others may read the key; run chmod 600 ${file}, then consider replacing the key`,
  );
};

const decode = (file: string, line: string): Buffer => {
  const bytes = Buffer.from(line, 'base64');
  if (bytes.byteLength === KEY_BYTES && bytes.toString('base64') === line) return bytes;
  throw new KekRefused(
    'not-a-key',
    `${file} does not hold 32 bytes in base64; restore it from a sealed copy`,
  );
};

const linesIn = (file: string): readonly string[] => {
  const fd = openOrCreate(file);
  try {
    refuseExposed(file, fd);
    const text = Buffer.alloc(MOST_BYTES);
    return text.toString('utf8', 0, readSync(fd, text)).trim().split('\n');
  } finally {
    closeSync(fd);
  }
};

const secretIn = (file: string): Buffer => {
  const [line = '', ...more] = linesIn(file);
  return decode(file, more.length === 0 ? line : '');
};

const stretch = (passphrase: string, salt: Buffer): Buffer => {
  const phrase = passphrase.normalize('NFC');
  if (phrase.length >= MIN_PASSPHRASE) return scryptSync(phrase, salt, KEY_BYTES, SCRYPT);
  throw new KekRefused('weak-passphrase', `a passphrase has at least ${MIN_PASSPHRASE} characters`);
};

/** Every KEK of a file, the current one first; a second one is there while a rotation is under way. */
export const loadKeks = (file: string): readonly [Kek, ...Kek[]] => {
  const [first = '', ...others] = linesIn(file);
  return [kekFrom(decode(file, first)), ...others.map((line) => kekFrom(decode(file, line)))];
};

/** The KEK from its file, or from a passphrase by scrypt. Throws `KekRefused`, and the errors of the file system. */
export const loadKek = (source: KekSource): Kek =>
  'file' in source
    ? loadKeks(source.file)[0]
    : kekFrom(stretch(source.passphrase, secretIn(source.saltFile)));
