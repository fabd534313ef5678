import { Double, Int32, Long, Timestamp } from 'bson';
import { badValue } from '../faults';
import { identity } from '../values/compare';
import { isDoc } from '../values/document';
import { RANK, orderKey, rankOf } from '../values/order-key';
import { leavesAt } from '../values/path';

/** Whether a document passes. */
export type Test = (document: unknown) => boolean;
export type QueryOperator = (path: string, operand: unknown) => Test;
type LeafTest = (leaf: unknown) => boolean;

const candidates = (leaf: unknown): readonly unknown[] =>
  Array.isArray(leaf) ? [leaf, ...(leaf as unknown[])] : [leaf];

/** The operand as a test of each value a path reaches; arrays are met whole. */
export const anyLeaf =
  (make: (operand: unknown) => LeafTest): QueryOperator =>
  (path, operand) => {
    const test = make(operand);
    return (document) => leavesAt(document, path).some(test);
  };

/** As `anyLeaf`, and of each element of an array. */
export const anyValue = (make: (operand: unknown) => LeafTest): QueryOperator =>
  anyLeaf((operand) => {
    const test = make(operand);
    return (leaf) => candidates(leaf).some(test);
  });

const not =
  (operator: QueryOperator): QueryOperator =>
  (path, operand) => {
    const test = operator(path, operand);
    return (document) => !test(document);
  };

const regexTest =
  (pattern: RegExp): LeafTest =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

/** Equality, or a match where the operand is a regular expression. */
export const matcher = (operand: unknown): LeafTest => {
  if (operand instanceof RegExp) return regexTest(operand);
  const key = orderKey(operand);
  return (value) => value === operand || (sameType(value, operand) && orderKey(value).equals(key));
};

// two different strings need no closer look
const sameType = (value: unknown, operand: unknown): boolean =>
  typeof operand === 'string' ? typeof value === 'object' : rankOf(value) === rankOf(operand);

const ordered = (accepts: (order: number) => boolean): QueryOperator =>
  anyValue((operand) => {
    const rank = rankOf(operand);
    const key = orderKey(operand);
    return (value) => rankOf(value) === rank && accepts(Buffer.compare(orderKey(value), key));
  });

export const list = (operand: unknown, name: string): readonly unknown[] => {
  if (!Array.isArray(operand)) throw badValue(`${name} needs an array`);
  return operand as unknown[];
};

const isIn = anyValue((operand) => {
  const values = list(operand, '$in');
  const patterns = values.filter((value) => value instanceof RegExp).map(regexTest);
  const held = new Set(values.filter((value) => !(value instanceof RegExp)).map(identity));
  return (value) => held.has(identity(value)) || patterns.some((test) => test(value));
});

const numeric = (value: unknown): bigint | undefined => {
  if (value instanceof Long && !(value instanceof Timestamp)) return value.toBigInt();
  const plain = value instanceof Double || value instanceof Int32 ? value.value : value;
  return typeof plain === 'number' && Number.isFinite(plain) ? BigInt(Math.trunc(plain)) : undefined;
};

const mod = anyValue((operand) => {
  const [divisor, remainder] = list(operand, '$mod').map(numeric);
  if (divisor === undefined || remainder === undefined || divisor === 0n) throw badValue('malformed mod');
  return (value) => {
    const integer = numeric(value);
    return integer !== undefined && integer % divisor === remainder;
  };
});

const TYPES: Readonly<Record<string, LeafTest>> = {
  double: (value) => value instanceof Double || (typeof value === 'number' && (value | 0) !== value),
  int: (value) => typeof value === 'number' && (value | 0) === value,
  long: (value) => value instanceof Long && !(value instanceof Timestamp),
  number: (value) => rankOf(value) === RANK.number,
  string: (value) => typeof value === 'string',
  object: isDoc,
  array: Array.isArray,
  binData: (value) => rankOf(value) === RANK.binary,
  objectId: (value) => rankOf(value) === RANK.objectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => rankOf(value) === RANK.regex,
  timestamp: (value) => value instanceof Timestamp,
};

const type = anyValue((operand) => {
  const names = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  const tests = names.map((name) => {
    const test = typeof name === 'string' ? TYPES[name] : undefined;
    if (test === undefined) throw badValue(`Unknown type name alias: ${String(name)}`);
    return test;
  });
  return (value) => value !== undefined && tests.some((test) => test(value));
});

const eq = anyValue(matcher);

/** The query language's plain predicates over BSON values: types bracketed, integers exact, arrays by element. */
export const FIELD_OPERATORS: Readonly<Record<`$${string}`, QueryOperator>> = {
  $eq: eq,
  $ne: not(eq),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $in: isIn,
  $nin: not(isIn),
  $regex: anyValue((operand) => regexTest(operand as RegExp)),
  $exists: (path, operand) => (document) =>
    leavesAt(document, path).some((leaf) => leaf !== undefined) === Boolean(operand),
  $size: anyLeaf((operand) => (leaf) => Array.isArray(leaf) && leaf.length === operand),
  $mod: mod,
  $type: type,
};
