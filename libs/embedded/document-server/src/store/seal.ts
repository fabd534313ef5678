import { crc32 } from 'node:zlib';
import { ServerFault } from '../faults';

const CHECKSUM_BYTES = 4;

/** Prefixes a value with a CRC-32 over its key and its bytes, so that one found under another key is noticed too. */
export const seal = (key: Buffer, value: Buffer): Buffer => {
  const sealed = Buffer.allocUnsafe(CHECKSUM_BYTES + value.length);
  sealed.writeUInt32BE(crc32(value, crc32(key)), 0);
  sealed.set(value, CHECKSUM_BYTES);
  return sealed;
};

/** The value of a sealed one, unless a bit of it or of its key changed. */
export const intact = (key: Buffer, sealed: Buffer): Buffer | 'damaged' => {
  const value = sealed.subarray(CHECKSUM_BYTES);
  const whole = sealed.length >= CHECKSUM_BYTES && sealed.readUInt32BE(0) === crc32(value, crc32(key));
  return whole ? value : 'damaged';
};

export const corrupted = (key: Buffer, how: string): ServerFault =>
  new ServerFault(301, `the entry ${key.toString('hex')} of the data files ${how}`);

/** As `intact`; damage answers DataCorruptionDetected (301). */
export const unseal = (key: Buffer, sealed: Buffer): Buffer => {
  const value = intact(key, sealed);
  if (value === 'damaged') throw corrupted(key, 'fails its checksum');
  return value;
};
