import {
  BSONRegExp,
  BSONSymbol,
  Binary,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { badValue } from '../faults';
import { ByteWriter } from './byte-writer';
import { isDoc, type Doc } from './document';

/** What an index and a sort see in an empty array: less than null. */
export const EMPTY_ARRAY: unique symbol = Symbol('empty array');

/** Brackets in the order MongoDB compares types; the numbers are its own canonical ones. */
export const RANK = {
  minKey: 1,
  emptyArray: 2,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  maxKey: 127,
} as const;

type Rule = readonly [is: (value: unknown) => boolean, rank: number];

const BOXES: readonly Rule[] = [
  [(value) => value instanceof Long || value instanceof Double || value instanceof Int32, RANK.number],
  [(value) => value instanceof Date, RANK.date],
  [(value) => value instanceof ObjectId, RANK.objectId],
  [(value) => value instanceof Binary, RANK.binary],
  [(value) => Array.isArray(value), RANK.array],
  [isDoc, RANK.object],
  [(value) => value instanceof Timestamp, RANK.timestamp],
  [(value) => value instanceof BSONRegExp || value instanceof RegExp, RANK.regex],
  [(value) => value instanceof BSONSymbol, RANK.string],
  [(value) => value instanceof MinKey, RANK.minKey],
  [(value) => value instanceof MaxKey, RANK.maxKey],
];

const PRIMITIVES: Readonly<Record<string, number>> = {
  undefined: RANK.null,
  number: RANK.number,
  string: RANK.string,
  boolean: RANK.bool,
  bigint: RANK.number,
};

/** The bracket a value compares in; Decimal128, code and references answer BadValue rather than a guess. */
export const rankOf = (value: unknown): number => {
  if (value === null) return RANK.null;
  if (value === EMPTY_ARRAY) return RANK.emptyArray;
  const primitive = PRIMITIVES[typeof value];
  if (primitive !== undefined) return primitive;
  // a Timestamp is a Long too
  if (value instanceof Timestamp) return RANK.timestamp;
  const box = BOXES.find(([is]) => is(value));
  if (box === undefined)
    throw badValue(`values of type ${value?.constructor.name ?? 'unknown'} cannot be compared`);
  return box[1];
};

const SIGN = 1n << 63n;
const signed = (value: bigint): bigint => BigInt.asUintN(64, value + SIGN);

// a double holds 53 bits: the rest of an integer follows it
const writeInteger = (writer: ByteWriter, value: bigint): void => {
  const nearest = Number(value);
  writer.float64(nearest);
  writer.uint16(0x8000 + Number(value - BigInt(nearest)));
};

const writeNumber = (writer: ByteWriter, value: unknown): void => {
  if (typeof value === 'bigint') return writeInteger(writer, value);
  if (value instanceof Long) return writeInteger(writer, value.toBigInt());
  writer.float64(typeof value === 'number' ? value : (value as Double | Int32).value);
  return writer.uint16(0x8000);
};

const writeFields = (writer: ByteWriter, value: Doc): void => {
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    writer.byte(rankOf(field));
    writer.text(name);
    writePayload(writer, field);
  }
  writer.byte(0);
};

const writeElements = (writer: ByteWriter, value: readonly unknown[]): void => {
  for (const element of value) writeValue(writer, element);
  writer.byte(0);
};

const writeBinary = (writer: ByteWriter, value: Binary): void => {
  const bytes = value.buffer.subarray(0, value.position);
  writer.uint32(bytes.length);
  writer.byte(value.sub_type);
  writer.raw(bytes);
};

const writeRegex = (writer: ByteWriter, value: BSONRegExp | RegExp): void => {
  writer.text(value instanceof RegExp ? value.source : value.pattern);
  writer.text(value instanceof RegExp ? value.flags : value.options);
};

const PAYLOADS: Readonly<Record<number, (writer: ByteWriter, value: unknown) => void>> = {
  [RANK.number]: writeNumber,
  [RANK.string]: (writer, value) => writer.text(String(value)),
  [RANK.object]: (writer, value) => writeFields(writer, value as Doc),
  [RANK.array]: (writer, value) => writeElements(writer, value as readonly unknown[]),
  [RANK.binary]: (writer, value) => writeBinary(writer, value as Binary),
  [RANK.objectId]: (writer, value) => writer.raw((value as ObjectId).id),
  [RANK.bool]: (writer, value) => writer.byte(value === true ? 1 : 0),
  [RANK.date]: (writer, value) => writer.uint64(signed(BigInt((value as Date).getTime()))),
  [RANK.timestamp]: (writer, value) => writer.uint64(BigInt.asUintN(64, (value as Timestamp).toBigInt())),
  [RANK.regex]: (writer, value) => writeRegex(writer, value as BSONRegExp | RegExp),
};

const writePayload = (writer: ByteWriter, value: unknown): void => PAYLOADS[rankOf(value)]?.(writer, value);

/** Writes a value so that comparing the bytes compares the values, as MongoDB does. No result begins another. */
export const writeValue = (writer: ByteWriter, value: unknown): void => {
  writer.byte(rankOf(value));
  writePayload(writer, value);
};

export const orderKey = (value: unknown): Buffer => {
  const writer = new ByteWriter();
  writeValue(writer, value);
  return writer.done();
};
