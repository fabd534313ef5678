import type { Database } from 'lmdb';

export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** Keys in `from <= key < to`, from the top when `reverse`. */
export interface KeyRange {
  readonly from: Buffer;
  readonly to: Buffer;
  readonly reverse?: boolean;
}

const FIRST_CHUNK = 16;
const LARGEST_CHUNK = 512;

const chunkAfter = (
  database: Database<Buffer, Buffer>,
  range: KeyRange,
  last: Buffer | undefined,
  limit: number,
): readonly Entry[] => {
  const { from, to } = range;
  const bounds = range.reverse
    ? { start: last ?? to, end: from, reverse: true, exclusiveStart: true, inclusiveEnd: true }
    : { start: last ?? from, end: to, exclusiveStart: last !== undefined };
  return [...database.getRange({ ...bounds, limit })];
};

/** Reads a range by chunks, each found again by its last key: a cursor may rest for minutes between two. */
export function* scanRange(database: Database<Buffer, Buffer>, range: KeyRange): Generator<Entry> {
  let last: Buffer | undefined;
  let size = FIRST_CHUNK;
  for (;;) {
    const chunk = chunkAfter(database, range, last, size);
    yield* chunk;
    if (chunk.length < size) return;
    last = chunk.at(-1)?.key;
    size = Math.min(size * 2, LARGEST_CHUNK);
  }
}

/** The first key after every key that begins with `prefix`. */
export const after = (prefix: Buffer): Buffer => {
  const next = Buffer.from(prefix);
  for (let index = next.length - 1; index >= 0; index -= 1) {
    const byte = next[index] ?? 0;
    if (byte < 0xff) {
      next[index] = byte + 1;
      return next.subarray(0, index + 1);
    }
  }
  throw new RangeError('a prefix of ff bytes has no successor');
};

export const startingWith = (prefix: Buffer): KeyRange => ({ from: prefix, to: after(prefix) });
