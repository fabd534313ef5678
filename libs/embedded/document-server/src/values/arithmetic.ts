import { Double, Int32, Long, Timestamp } from 'bson';

/** A number with the BSON type it came in: the widest of two types wins, as in the server. */
export type Numeric =
  | { readonly kind: 'int' | 'long'; readonly integer: bigint }
  | { readonly kind: 'double'; readonly real: number };

const isInt32 = (value: number): boolean => (value | 0) === value && !Object.is(value, -0);

export const numericOf = (value: unknown): Numeric | undefined => {
  if (value instanceof Timestamp) return undefined;
  if (value instanceof Long) return { kind: 'long', integer: value.toBigInt() };
  if (value instanceof Double) return { kind: 'double', real: value.value };
  if (value instanceof Int32) return { kind: 'int', integer: BigInt(value.value) };
  if (typeof value !== 'number') return undefined;
  return isInt32(value) ? { kind: 'int', integer: BigInt(value) } : { kind: 'double', real: value };
};

export const realOf = (value: Numeric): number =>
  value.kind === 'double' ? value.real : Number(value.integer);

/** A double that stays one when it is stored: plain where that is unambiguous. */
export const double = (value: number): number | Double => (isInt32(value) ? new Double(value) : value);

const fits = (value: bigint, bits: number): boolean => BigInt.asIntN(bits, value) === value;

/** Int32 while it fits and nothing wider came in, then Long, then double. */
const integer = (value: bigint, kind: 'int' | 'long'): unknown => {
  if (kind === 'int' && fits(value, 32)) return Number(value);
  return fits(value, 64) ? Long.fromBigInt(value) : double(Number(value));
};

interface Operation {
  readonly integers: (a: bigint, b: bigint) => bigint;
  readonly reals: (a: number, b: number) => number;
}

const combine = (a: Numeric, b: Numeric, { integers, reals }: Operation): unknown => {
  if (a.kind === 'double' || b.kind === 'double') return double(reals(realOf(a), realOf(b)));
  return integer(integers(a.integer, b.integer), a.kind === 'long' || b.kind === 'long' ? 'long' : 'int');
};

const ADD: Operation = { integers: (a, b) => a + b, reals: (a, b) => a + b };
const SUBTRACT: Operation = { integers: (a, b) => a - b, reals: (a, b) => a - b };
const MULTIPLY: Operation = { integers: (a, b) => a * b, reals: (a, b) => a * b };
const REMAINDER: Operation = { integers: (a, b) => a % b, reals: (a, b) => a % b };

export const add = (a: Numeric, b: Numeric): unknown => combine(a, b, ADD);
export const subtract = (a: Numeric, b: Numeric): unknown => combine(a, b, SUBTRACT);
export const multiply = (a: Numeric, b: Numeric): unknown => combine(a, b, MULTIPLY);
/** The caller has refused a zero divisor. */
export const remainder = (a: Numeric, b: Numeric): unknown => combine(a, b, REMAINDER);

export const isZero = (value: Numeric): boolean => realOf(value) === 0;
