import { Long } from 'bson';
import { double, numericOf } from './arithmetic';

/** A running sum: integers exactly, doubles compensated (Neumaier), the result in the widest type met. */
export interface Total {
  add(value: unknown): void;
  readonly count: number;
  sum(): unknown;
  /** null over nothing */
  average(): unknown;
}

export const total = (): Total => {
  let integers = 0n;
  let real = 0;
  let lost = 0;
  let count = 0;
  let widest = 0;

  const addReal = (value: number): void => {
    const next = real + value;
    lost += Math.abs(real) >= Math.abs(value) ? real - next + value : value - next + real;
    real = next;
  };
  const asReal = (): number => {
    const whole = real + Number(integers);
    return Number.isFinite(whole) ? whole + lost : whole;
  };
  const asInteger = (): unknown => {
    if (widest === 0 && BigInt.asIntN(32, integers) === integers) return Number(integers);
    return BigInt.asIntN(64, integers) === integers ? Long.fromBigInt(integers) : double(Number(integers));
  };

  return {
    add: (value) => {
      const number = numericOf(value);
      if (number === undefined) return;
      count += 1;
      widest = Math.max(widest, { int: 0, long: 1, double: 2 }[number.kind]);
      if (number.kind === 'double') addReal(number.real);
      else integers += number.integer;
    },
    get count() {
      return count;
    },
    sum: () => (widest === 2 ? double(asReal()) : asInteger()),
    average: () => (count === 0 ? null : double(asReal() / count)),
  };
};
