import { BSONError, Double, Int32, deserialize, serialize } from 'bson';
import { ServerFault } from '../faults';

/**
 * A decoded document. Int32 and Double are plain numbers, except a Double that a plain number would turn into
 * an Int32; Long stays Long, so that no integer loses its type or its digits.
 */
export type Doc = Record<string, unknown>;

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

// the server's own limit
const DEEPEST = 200;

export const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const wouldBecomeInt32 = (value: number): boolean => (value | 0) === value && !Object.is(value, -0);

const unboxed = (value: unknown): unknown => {
  if (value instanceof Int32) return value.value;
  if (value instanceof Double) return wouldBecomeInt32(value.value) ? value : value.value;
  return value;
};

const tooDeep = (): ServerFault =>
  new ServerFault(15, `BSONObj exceeds maximum nested object depth: ${DEEPEST}`);

const settleFields = (holder: Doc, depth: number): void => {
  for (const key of Object.keys(holder)) {
    const before = holder[key];
    if (typeof before !== 'object' || before === null) continue;
    const after = settle(before, depth + 1);
    if (after !== before) holder[key] = after;
  }
};

const settle = (value: unknown, depth: number): unknown => {
  if (depth > DEEPEST) throw tooDeep();
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) value[index] = settle(element, depth + 1);
    return value;
  }
  if (!isDoc(value)) return unboxed(value);
  settleFields(value, depth);
  return value;
};

/** BSON bytes → document; bytes that are not BSON answer InvalidBSON (22), nested too deep Overflow (15). */
export const decode = (bytes: Uint8Array): Doc => {
  try {
    return settle(deserialize(bytes, { promoteValues: false, bsonRegExp: true }), 0) as Doc;
  } catch (error) {
    if (error instanceof BSONError) throw new ServerFault(22, error.message);
    if (error instanceof RangeError) throw tooDeep();
    throw error;
  }
};

/** Document → BSON bytes; undefined fields are left out, as aggregation's missing values are. */
export const encode = (document: Doc): Buffer => {
  const bytes = serialize(document, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

/** As `encode`, for a document to be stored: over 16 MiB answers BSONObjectTooLarge (10334). */
export const encodeStored = (document: Doc): Buffer => {
  const bytes = encode(document);
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new ServerFault(
      10334,
      `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and 16793600`,
    );
  }
  return bytes;
};
