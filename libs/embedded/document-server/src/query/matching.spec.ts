import { BSONRegExp, Double, Long, ObjectId } from 'bson';
import type { Doc } from '../values/document';
import { prepareFilter } from './filter';
import { matching } from './matching';

const long = (text: string): Long => Long.fromString(text);
const id = new ObjectId();

const matches = (filter: Doc, document: Doc): boolean => matching(prepareFilter(filter))(document);

const cases: readonly [Doc, Doc, boolean][] = [
  [{}, { a: 1 }, true],
  [{ a: 1 }, { a: new Double(1) }, true],
  [{ a: 1 }, { a: long('1') }, true],
  [{ a: 1 }, { a: [3, 1] }, true],
  [{ a: [3, 1] }, { a: [3, 1] }, true],
  [{ a: [1, 3] }, { a: [3, 1] }, false],
  [{ a: null }, {}, true],
  [{ a: null }, { a: null }, true],
  [{ a: null }, { a: [] }, false],
  [{ 'a.b': null }, { a: [1, 2] }, false],
  [{ 'a.b': null }, { a: [{ b: 1 }, {}] }, true],
  [{ 'a.b': 5 }, { a: [{ b: 1 }, { b: [4, 5] }] }, true],
  [{ 'a.1': 5 }, { a: [4, 5] }, true],
  [{ 'a.1.b': 5 }, { a: [{ b: 4 }, { b: 5 }] }, true],
  [{ a: { b: 1 } }, { a: { b: 1 } }, true],
  [{ a: { b: 1 } }, { a: { b: 1, c: 1 } }, false],
  [{ _pos: { $lt: long('9007199254740993') } }, { _pos: long('9007199254740992') }, true],
  [{ _pos: { $lt: long('9007199254740993') } }, { _pos: long('9007199254740993') }, false],
  [{ _pos: { $lt: long('9007199254740993') } }, {}, false],
  [{ _pos: { $gte: 5 } }, { _pos: long('5') }, true],
  [{ a: { $gt: 5 } }, { a: '6' }, false],
  [{ a: { $gt: 5, $lt: 7 } }, { a: [1, 9] }, true],
  [{ a: { $gt: new Date(1) } }, { a: new Date(2) }, true],
  [{ a: { $lte: null } }, {}, true],
  [{ a: { $gt: null } }, { a: 1 }, false],
  [{ a: { $ne: 1 } }, { a: [1, 2] }, false],
  [{ a: { $ne: 1 } }, {}, true],
  [{ a: { $in: [1, 'x', id] } }, { a: new ObjectId(id.toHexString()) }, true],
  [{ a: { $in: [null] } }, {}, true],
  [{ a: { $in: [new BSONRegExp('^fo', 'i')] } }, { a: 'Foo' }, true],
  [{ a: { $nin: [1, 2] } }, { a: 3 }, true],
  [{ a: { $nin: [1, 2] } }, { a: [3, 2] }, false],
  [{ a: new BSONRegExp('^b', '') }, { a: ['a', 'b'] }, true],
  [{ a: { $regex: '^É', $options: 'i' } }, { a: 'état' }, true],
  [{ a: { $not: { $gt: 5 } } }, {}, true],
  [{ a: { $not: { $gt: 5 } } }, { a: 6 }, false],
  [{ a: { $not: new BSONRegExp('x') } }, { a: 'y' }, true],
  [{ a: { $exists: true } }, { a: null }, true],
  [{ a: { $exists: false } }, { a: null }, false],
  [{ a: { $size: 2 } }, { a: [1, 2] }, true],
  [{ a: { $all: [1, 2] } }, { a: [2, 3, 1] }, true],
  [{ a: { $all: [] } }, { a: [] }, false],
  [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: [0, 2] }, true],
  [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: [0, 4] }, false],
  [
    { a: { $elemMatch: { b: 1, c: 2 } } },
    {
      a: [
        { b: 1, c: 1 },
        { b: 1, c: 2 },
      ],
    },
    true,
  ],
  [
    { a: { $elemMatch: { b: 1, c: 2 } } },
    {
      a: [
        { b: 1, c: 1 },
        { b: 2, c: 2 },
      ],
    },
    false,
  ],
  [{ a: { $elemMatch: { $or: [{ b: 1 }, { b: 2 }] } } }, { a: [{ b: 2 }] }, true],
  [{ a: { $mod: [4, 1] } }, { a: long('9007199254740993') }, true],
  [{ a: { $type: 'long' } }, { a: long('5') }, true],
  [{ a: { $type: ['int', 'string'] } }, { a: new Double(5) }, false],
  [{ a: { $type: 'double' } }, { a: new Double(5) }, true],
  [{ $or: [{ a: 1 }, { b: 1 }] }, { b: 1 }, true],
  [{ $nor: [{ a: 1 }, { b: 1 }] }, { b: 1 }, false],
  [{ $and: [{ a: 1 }, { b: 1 }] }, { a: 1, b: 1 }, true],
  [{ $expr: { $gt: ['$a', '$b'] } }, { a: long('9007199254740993'), b: 9007199254740992 }, true],
  [{ $expr: '$a' }, { a: long('0') }, false],
];

describe('filters', () => {
  it.each(cases)('%j on %j is %s', (filter, document, expected) => {
    expect(matches(filter, document)).toBe(expected);
  });

  it.each<readonly [Doc, string]>([
    [{ a: { $near: [1, 2] } }, 'unknown operator: $near'],
    [{ $where: '1' }, 'unknown top level operator: $where'],
    [{ $text: {} }, 'unknown top level operator: $text'],
    [{ $and: [] }, 'nonempty array'],
    [{ a: { $gt: 1, b: 2 } }, 'unknown operator: b'],
    [{ a: { $regex: '(' } }, 'Regular expression is invalid'],
    [{ a: { $regex: 'a', $options: 'x' } }, 'invalid flag'],
    [{ $expr: { $rand: {} } }, "Unrecognized expression '$rand'"],
    [{ a: { $in: 1 } }, '$in needs an array'],
    [{ a: { $not: 1 } }, '$not needs'],
  ])('refuses %j', (filter, message) => {
    expect(() => matching(prepareFilter(filter))).toThrow(message);
  });
});
