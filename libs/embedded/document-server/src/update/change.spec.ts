import { Double, Long, ObjectId } from 'bson';
import { prepareFilter } from '../query/filter';
import type { Doc } from '../values/document';
import { changeOf } from './change';
import { upserted } from './upsert-seed';

const long = (value: bigint): Long => Long.fromBigInt(value);

const cases: readonly [string, unknown, Doc, Doc][] = [
  ['sets and creates the way', { $set: { 'a.b': 1, c: 2 } }, { _id: 1 }, { _id: 1, a: { b: 1 }, c: 2 }],
  ['sets a position', { $set: { 'a.3': 9 } }, { a: [1] }, { a: [1, null, null, 9] }],
  ['unsets', { $unset: { 'a.b': '', x: '' } }, { a: { b: 1, c: 2 } }, { a: { c: 2 } }],
  ['unsets a position to null', { $unset: { 'a.0': 1 } }, { a: [1, 2] }, { a: [null, 2] }],
  [
    'increments a long exactly',
    { $inc: { n: 1 } },
    { n: long(9007199254740993n) },
    { n: long(9007199254740994n) },
  ],
  ['widens an int to a long', { $inc: { n: 1 } }, { n: 2147483647 }, { n: long(2147483648n) }],
  ['keeps a double a double', { $inc: { n: 1 } }, { n: 1.5 }, { n: 2.5 }],
  ['keeps a whole double a double', { $inc: { n: 0.5 } }, { n: 1.5 }, { n: new Double(2) }],
  ['increments what is missing', { $inc: { n: 5 } }, {}, { n: 5 }],
  ['multiplies', { $mul: { n: 3, m: 3 } }, { n: 2 }, { n: 6, m: 0 }],
  [
    'takes the greater',
    { $max: { n: long(9007199254740993n) } },
    { n: 9007199254740992 },
    { n: long(9007199254740993n) },
  ],
  ['keeps the lesser', { $min: { n: 5 } }, { n: 4 }, { n: 4 }],
  ['pushes', { $push: { a: 1, b: { $each: [1, 2, 3], $slice: -2 } } }, { a: [0] }, { a: [0, 1], b: [2, 3] }],
  [
    'adds to a set',
    { $addToSet: { a: { $each: [1, long(2n), { x: 1 }] } } },
    { a: [2, { x: 1 }] },
    { a: [2, { x: 1 }, 1] },
  ],
  ['pulls by value', { $pull: { a: 2 } }, { a: [1, 2, long(2n)] }, { a: [1] }],
  ['pulls by query', { $pull: { a: { n: { $gt: 1 } } } }, { a: [{ n: 1 }, { n: 2 }] }, { a: [{ n: 1 }] }],
  ['pulls by operator', { $pull: { a: { $in: [1, 3] } } }, { a: [1, 2, 3] }, { a: [2] }],
  ['pulls all', { $pullAll: { a: [1, 3] } }, { a: [1, 2, 3, 1] }, { a: [2] }],
  ['pops', { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [1, 2] }, { a: [1], b: [2] }],
  ['renames', { $rename: { a: 'b.c' } }, { a: 1 }, { b: { c: 1 } }],
  ['leaves $setOnInsert to inserts', { $setOnInsert: { a: 1 } }, { b: 1 }, { b: 1 }],
  ['replaces and keeps the id', { x: 1 }, { _id: 7, y: 1 }, { _id: 7, x: 1 }],
  [
    'runs a pipeline',
    [{ $set: { total: { $add: ['$a', '$b'] } } }, { $unset: 'a' }],
    { a: 1, b: 2 },
    { b: 2, total: 3 },
  ],
  [
    'guards by a pipeline',
    [
      {
        $replaceWith: {
          $cond: [{ $lt: [{ $ifNull: ['$_pos', -1] }, long(9007199254740993n)] }, { v: 2 }, '$$ROOT'],
        },
      },
    ],
    { _id: 1, _pos: long(9007199254740993n) },
    { _id: 1, _pos: long(9007199254740993n) },
  ],
];

const refused: readonly [unknown, Doc, number][] = [
  [{ $bit: { a: { and: 1 } } }, {}, 9],
  [{ $set: { 'a.$': 1 } }, {}, 2],
  [{ $set: { 'a.$[]': 1 } }, {}, 2],
  [{ $set: { a: 1 }, $inc: { 'a.b': 1 } }, {}, 40],
  [{ $set: { 'a.b': 1 } }, { a: 5 }, 28],
  [{ $inc: { a: 1 } }, { a: 'x' }, 14],
  [{ $push: { a: 1 } }, { a: 1 }, 2],
  [{ $push: { a: { $each: [1], $sort: 1 } } }, {}, 2],
  [{ a: 1, $set: { b: 1 } }, {}, 52],
  [[{ $lookup: {} }], {}, 40324],
  [[{ $group: { _id: 1 } }], {}, 72],
];

describe('updates', () => {
  it.each(cases)('%s', (_, update, before, after) => {
    expect(changeOf(update).apply(before, false)).toEqual(after);
  });

  it.each(refused)('refuses %j', (update, before, code) => {
    expect(() => changeOf(update).apply(before, false)).toThrow(expect.objectContaining({ code }));
  });

  it('upserts the equalities of the filter, then the update', () => {
    const filter = prepareFilter({ _id: 'x', 'a.b': 1, _pos: { $lt: 5 }, $and: [{ c: { $eq: 2 } }] });
    const change = changeOf({ $set: { _pos: 5 }, $setOnInsert: { d: 1 } });
    expect(upserted(filter, change)).toEqual({ _id: 'x', a: { b: 1 }, c: 2, _pos: 5, d: 1 });
  });

  it('upserts a replacement under the id of the filter, or a new one', () => {
    expect(upserted(prepareFilter({ _id: 'x', a: 1 }), changeOf({ b: 2 }))).toEqual({ _id: 'x', b: 2 });
    expect(upserted(prepareFilter({ a: 1 }), changeOf({ b: 2 }))).toEqual({
      _id: expect.any(ObjectId),
      b: 2,
    });
  });

  it('refuses an upsert that names two ids', () => {
    expect(() => upserted(prepareFilter({ _id: 'x' }), changeOf({ _id: 'y' }))).toThrow(
      expect.objectContaining({ code: 66 }),
    );
  });
});
