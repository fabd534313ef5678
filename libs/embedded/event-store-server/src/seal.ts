import { crc32 } from 'node:zlib';
import { ServerFault } from './server-fault';

const CHECKSUM_BYTES = 4;

/** Prefixes a body with a CRC-32 over its key and its bytes, so that a record found under another key is noticed too. */
export const seal = (key: string, body: Uint8Array): Buffer => {
  const sealed = Buffer.allocUnsafe(CHECKSUM_BYTES + body.byteLength);
  sealed.writeUInt32BE(crc32(body, crc32(key)), 0);
  sealed.set(body, CHECKSUM_BYTES);
  return sealed;
};

/** The body of a sealed record; throws `record-corrupted` when a bit of it changed. */
export const unseal = (key: string, sealed: Buffer): Buffer => {
  const body = sealed.subarray(CHECKSUM_BYTES);
  const intact = sealed.byteLength >= CHECKSUM_BYTES && sealed.readUInt32BE(0) === crc32(body, crc32(key));
  if (!intact) throw new ServerFault('record-corrupted', `the record of ${key} fails its checksum`);
  return body;
};
