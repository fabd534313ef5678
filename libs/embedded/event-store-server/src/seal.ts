import { crc32 } from 'node:zlib';
import { ServerFault } from './server-fault';

const CHECKSUM_BYTES = 4;

/** Prefixes a body with a CRC-32 over its key and its bytes, so that a record found under another key is noticed too. */
export const seal = (key: string, ...body: readonly Uint8Array[]): Buffer => {
  const bytes = body.reduce((sum, part) => sum + part.byteLength, 0);
  const sealed = Buffer.allocUnsafe(CHECKSUM_BYTES + bytes);
  let at = CHECKSUM_BYTES;
  for (const part of body) {
    sealed.set(part, at);
    at += part.byteLength;
  }
  sealed.writeUInt32BE(crc32(sealed.subarray(CHECKSUM_BYTES), crc32(key)), 0);
  return sealed;
};

/** The body of a sealed record; throws `record-corrupted` when a bit of it changed. */
export const unseal = (key: string, sealed: Buffer): Buffer => {
  const body = sealed.subarray(CHECKSUM_BYTES);
  const intact = sealed.byteLength >= CHECKSUM_BYTES && sealed.readUInt32BE(0) === crc32(body, crc32(key));
  if (!intact) throw new ServerFault('record-corrupted', `the record of ${key} fails its checksum`);
  return body;
};
