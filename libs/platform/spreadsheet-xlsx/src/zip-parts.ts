import { inflateRawSync } from 'node:zlib';
import { Refused } from './refused';
import { zipDirectory, type ZipEntry } from './zip-directory';

const DEFLATED = 8;
const STORED = 0;

const tooLarge = (limit: number) =>
  new Refused(
    'inflates-too-large',
    `Le fichier dépasse ${Math.round(limit / 1_000_000)} Mo une fois décompressé.`,
  );

const damaged = () => new Refused('not-a-spreadsheet', 'Le classeur est abîmé.');

// pictures, macros and printer settings are never inflated
const isText = ({ name }: ZipEntry): boolean => /\.(xml|rels)$/i.test(name);

const dataStart = (zip: Buffer, { offset }: ZipEntry): number =>
  offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);

const wasCutOff = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE';

const inflate = (zip: Buffer, entry: ZipEntry, remaining: number): Buffer => {
  const from = dataStart(zip, entry);
  if (entry.method === STORED) return zip.subarray(from, from + entry.compressed);
  if (entry.method !== DEFLATED) throw damaged();
  return inflateRawSync(zip.subarray(from), { maxOutputLength: Math.max(1, remaining) });
};

const inflateWithin = (zip: Buffer, entry: ZipEntry, remaining: number): Buffer | undefined => {
  try {
    return inflate(zip, entry, remaining);
  } catch (fault) {
    if (wasCutOff(fault)) return undefined;
    throw damaged();
  }
};

/**
 * The text parts of a workbook, inflated once, here, so that the parser never inflates anything.
 * Sizes are refused as declared, and cut off where they lie.
 */
export const zipParts = (bytes: Uint8Array, limit: number): ReadonlyMap<string, Buffer> => {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = zipDirectory(zip);
  const declared = entries.reduce((sum, { inflated }) => sum + inflated, 0);
  if (declared > limit) throw tooLarge(limit);
  const parts = new Map<string, Buffer>();
  let remaining = limit;
  for (const entry of entries.filter(isText)) {
    const part = inflateWithin(zip, entry, remaining);
    remaining -= part?.length ?? Infinity;
    if (part === undefined || remaining < 0) throw tooLarge(limit);
    parts.set(entry.name, part);
  }
  return parts;
};
