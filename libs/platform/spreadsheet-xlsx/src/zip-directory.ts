import { Refused } from './refused';

/** One entry of a zip's central directory, as declared (it may lie). */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly compressed: number;
  readonly inflated: number;
  readonly offset: number;
};

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 0xffff;
const END_SIZE = 22;
const IN_EXTRA = 0xffffffff;

const notAWorkbook = () => new Refused('not-a-spreadsheet', 'Le classeur est abîmé ou n’en est pas un.');

const findEnd = (zip: Buffer): number => {
  const first = Math.max(0, zip.length - END_SIZE - LONGEST_COMMENT);
  for (let at = zip.length - END_SIZE; at >= first; at--) if (zip.readUInt32LE(at) === END) return at;
  throw notAWorkbook();
};

// zip64 keeps the sizes that do not fit, in this order, in field 0x0001
const zip64Sizes = (extra: Buffer): number[] => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1) {
      const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
      return Array.from({ length: Math.floor(field.length / 8) }, (_, index) =>
        Number(field.readBigUInt64LE(index * 8)),
      );
    }
  return [];
};

const readEntry = (zip: Buffer, at: number): { entry: ZipEntry; next: number } => {
  if (zip.readUInt32LE(at) !== ENTRY) throw notAWorkbook();
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
  const extraEnd = nameEnd + zip.readUInt16LE(at + 30);
  const large = zip64Sizes(zip.subarray(nameEnd, extraEnd));
  const size = (from: number) => {
    const value = zip.readUInt32LE(from);
    return value === IN_EXTRA ? (large.shift() ?? value) : value;
  };
  const [inflated, compressed, offset] = [size(at + 24), size(at + 20), size(at + 42)];
  const name = zip.toString('utf8', at + 46, nameEnd);
  const entry = { name, method: zip.readUInt16LE(at + 10), compressed, inflated, offset };
  return { entry, next: extraEnd + zip.readUInt16LE(at + 32) };
};

/** The entries of a zip in order. Throws a refusal when it is not one. */
export const zipDirectory = (zip: Buffer): readonly ZipEntry[] => {
  try {
    const end = findEnd(zip);
    const entries: ZipEntry[] = [];
    let at = zip.readUInt32LE(end + 16);
    for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
      const { entry, next } = readEntry(zip, at);
      entries.push(entry);
      at = next;
    }
    return entries;
  } catch {
    throw notAWorkbook();
  }
};
