import { orderKey } from './order-key';

const ASCII = /^[\0-\x7f]*$/;
const sameKind = (a: unknown, b: unknown): boolean =>
  (typeof a === 'number' && typeof b === 'number' && a === a && b === b) ||
  (typeof a === 'string' && typeof b === 'string' && ASCII.test(a) && ASCII.test(b));

/** Orders two BSON values as MongoDB does: exactly, across number types, beyond 2^53. */
export const compareValues = (a: unknown, b: unknown): number => {
  if (a === b) return 0;
  if (sameKind(a, b)) return (a as number) < (b as number) ? -1 : (a as number) > (b as number) ? 1 : 0;
  return Buffer.compare(orderKey(a), orderKey(b));
};

export const equalValues = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return false;
  return orderKey(a).equals(orderKey(b));
};

/** A string that two values share exactly when they are equal. */
export const identity = (value: unknown): string => orderKey(value).toString('latin1');
