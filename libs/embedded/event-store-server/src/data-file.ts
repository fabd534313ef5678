import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';
import { ServerFault } from './server-fault';

/** Where LMDB's two descriptions of the database lie in the file, and what stands where in them. */
const META = { magicAt: 24, pageSizeAt: 48, lastPageAt: 144, transactionAt: 152, bytes: 160 };
const MAGIC = 0xbeefc0de;

type Meta = { readonly transaction: bigint; readonly end: number };

const metaAt = (handle: number, at: number, bytes: Buffer): Meta | undefined => {
  const whole = readSync(handle, bytes, 0, META.bytes, at) === META.bytes;
  if (!whole || bytes.readUInt32LE(META.magicAt) !== MAGIC) return undefined;
  const pages = Number(bytes.readBigUInt64LE(META.lastPageAt)) + 1;
  const end = pages * bytes.readUInt32LE(META.pageSizeAt);
  return { transaction: bytes.readBigUInt64LE(META.transactionAt), end };
};

export type DataFile = {
  /** Bytes at the end that the newest commit counts as its own and the file does not have; throws when the file does not say. */
  missing(): number;
  /** Takes up the room of pages that the database counts but never came to write: they are not to look like lost ones. */
  grow(): void;
  close(): void;
};

export const openDataFile = (file: string): DataFile => {
  const handle = openSync(file, 'r+');
  const bytes = Buffer.alloc(META.bytes);
  const end = (): number => {
    const first = metaAt(handle, 0, bytes);
    const second = first && metaAt(handle, bytes.readUInt32LE(META.pageSizeAt), bytes);
    if (!first || !second) throw new ServerFault('record-corrupted', `${file} is not a whole data file`);
    return (first.transaction > second.transaction ? first : second).end;
  };
  const missing = (): number => end() - fstatSync(handle).size;
  return {
    missing,
    grow() {
      if (missing() > 0) ftruncateSync(handle, end());
    },
    close: () => closeSync(handle),
  };
};
