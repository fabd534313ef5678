import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ServerFault } from './server-fault';

/** Where LMDB's two descriptions of the database lie in the file, and what stands where in them. */
const META = { magicAt: 24, pageSizeAt: 48, lastPageAt: 144, transactionAt: 152, bytes: 160 };
const MAGIC = 0xbeefc0de;
const LARGEST_PAGE = 65_536;

type Meta = { readonly transaction: bigint; readonly end: number };

const metaAt = (bytes: Buffer, at: number, pageSize: number): Meta | undefined => {
  if (bytes.byteLength < at + META.bytes || bytes.readUInt32LE(at + META.magicAt) !== MAGIC) return undefined;
  const pages = Number(bytes.readBigUInt64LE(at + META.lastPageAt)) + 1;
  return { transaction: bytes.readBigUInt64LE(at + META.transactionAt), end: pages * pageSize };
};

const beginningOf = (file: string): Buffer => {
  const bytes = Buffer.alloc(LARGEST_PAGE + META.bytes);
  const handle = openSync(file, 'r');
  const read = readSync(handle, bytes, 0, bytes.byteLength, 0);
  closeSync(handle);
  return bytes.subarray(0, read);
};

/** Bytes that the newest commit in the file needs; throws when the file does not say. */
const bytesNeeded = (file: string): number => {
  const bytes = beginningOf(file);
  const pageSize = bytes.byteLength < META.bytes ? 0 : bytes.readUInt32LE(META.pageSizeAt);
  const [first, second] = [metaAt(bytes, 0, pageSize), metaAt(bytes, pageSize, pageSize)];
  if (!first || !second) throw new ServerFault('record-corrupted', `${file} is not a whole data file`);
  return (first.transaction > second.transaction ? first : second).end;
};

// pages the database never came to write may be missing from its end; whether any was needed is found out
// by reading everything, in another process since to miss one is to crash
const isWhole = (folder: string): boolean =>
  spawnSync(process.execPath, [join(__dirname, 'boot.cjs'), folder]).status === 0;

/** Throws `record-corrupted` when the data file lost a part of its tail that had been acknowledged. */
export const refuseTorn = (folder: string): void => {
  const file = join(folder, 'data.mdb');
  if (!existsSync(file) || statSync(file).size === 0) return;
  const missing = bytesNeeded(file) - statSync(file).size;
  if (missing <= 0 || isWhole(folder)) return;
  throw new ServerFault('record-corrupted', `${file} lacks ${missing} bytes at its end: restore a backup`);
};
