import { Binary, BSONRegExp, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { compareValues, equalValues } from './compare';
import { EMPTY_ARRAY, orderKey } from './order-key';

const long = (value: bigint): Long => Long.fromBigInt(value);
const sign = (a: number | bigint, b: number | bigint): number => (a < b ? -1 : a > b ? 1 : 0);

describe('the order of BSON values', () => {
  it('ranks types as MongoDB does', () => {
    const ascending = [
      new MinKey(),
      EMPTY_ARRAY,
      null,
      NaN,
      -1,
      'a',
      { a: 1 },
      [1],
      new Binary(Buffer.from([1])),
      new ObjectId('000000000000000000000001'),
      false,
      true,
      new Date(0),
      new Timestamp({ t: 1, i: 1 }),
      new BSONRegExp('a'),
      new MaxKey(),
    ];
    const shuffled = [...ascending].reverse().sort(compareValues);
    expect(shuffled).toEqual(ascending);
  });

  it('tells integers apart beyond 2^53', () => {
    expect(compareValues(long(9007199254740993n), long(9007199254740992n))).toBe(1);
    expect(compareValues(long(9007199254740993n), 9007199254740992)).toBe(1);
    expect(compareValues(long(-9007199254740993n), -9007199254740992)).toBe(-1);
    expect(equalValues(long(9007199254740993n), long(9007199254740993n))).toBe(true);
    expect(compareValues(long(9223372036854775807n), long(9223372036854775806n))).toBe(1);
  });

  it('compares any two longs exactly', () => {
    const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    fc.assert(fc.property(int64, int64, (a, b) => compareValues(long(a), long(b)) === sign(a, b)));
  });

  it('compares a long with a double exactly', () => {
    const near = fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n });
    fc.assert(
      fc.property(
        near,
        near,
        (a, b) => compareValues(long(a), new Double(Number(b))) === sign(a, BigInt(Number(b))),
      ),
    );
  });

  it('compares doubles as numbers, both zeros alike', () => {
    const real = fc.double({ noNaN: true });
    fc.assert(fc.property(real, real, (a, b) => compareValues(a, b) === sign(a, b)));
    expect(equalValues(0, new Double(-0))).toBe(true);
    expect(equalValues(NaN, new Double(NaN))).toBe(true);
  });

  it('compares strings by their UTF-8 bytes, nul included', () => {
    const text = fc.string({ unit: 'binary' });
    const bytes = (value: string): Buffer => Buffer.from(value, 'utf8');
    fc.assert(
      fc.property(
        text,
        text,
        (a, b) => Math.sign(compareValues(a, b)) === Buffer.compare(bytes(a), bytes(b)),
      ),
    );
    expect(['a\0b', 'a', 'ab', 'a\0'].sort(compareValues)).toEqual(['a', 'a\0', 'a\0b', 'ab']);
  });

  it('compares documents by type, name and value of each field in turn', () => {
    const ascending = [{}, { a: 1 }, { a: 1, b: 0 }, { a: 2 }, { b: 1 }, { a: 'x' }];
    expect([...ascending].reverse().sort(compareValues)).toEqual(ascending);
    expect(equalValues({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false);
  });

  it('gives no key that begins another', () => {
    const value = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [one, other] = [orderKey(a), orderKey(b)];
        return one.equals(other) || !one.subarray(0, other.length).equals(other);
      }),
    );
  });

  it('refuses to guess about Decimal128', () => {
    expect(() => compareValues(Decimal128.fromString('1'), 1)).toThrow('cannot be compared');
  });
});
