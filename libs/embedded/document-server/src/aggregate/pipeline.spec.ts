import { Double, Long } from 'bson';
import type { Doc } from '../values/document';
import { pipelineOf } from './pipeline';

const long = (value: bigint): Long => Long.fromBigInt(value);

const documents = (): Doc[] => [
  { _id: 1, region: 'mopti', n: 5, tags: ['a', 'b'], at: new Date('2025-03-01T10:00:00Z'), by: { sex: 'F' } },
  { _id: 2, region: 'gao', n: 7, tags: [], at: new Date('2025-03-02T10:00:00Z') },
  { _id: 3, region: 'mopti', n: 2.5, tags: ['b'], by: { sex: 'M' } },
];

const run = (...stages: Doc[]): Doc[] => [...pipelineOf(stages)(documents())];

describe('pipelines', () => {
  it('groups and accumulates', () => {
    const group = {
      _id: '$region',
      n: { $sum: '$n' },
      one: { $sum: 1 },
      mean: { $avg: '$n' },
      least: { $min: '$n' },
      most: { $max: '$n' },
      ids: { $push: '$_id' },
      first: { $first: '$_id' },
      last: { $last: '$_id' },
      count: { $count: {} },
    };
    expect(run({ $group: group }, { $sort: { _id: 1 } })).toEqual([
      {
        _id: 'gao',
        n: 7,
        one: 1,
        mean: new Double(7),
        least: 7,
        most: 7,
        ids: [2],
        first: 2,
        last: 2,
        count: 1,
      },
      {
        _id: 'mopti',
        n: 7.5,
        one: 2,
        mean: 3.75,
        least: 2.5,
        most: 5,
        ids: [1, 3],
        first: 1,
        last: 3,
        count: 2,
      },
    ]);
  });

  it('sums longs exactly and groups equal numbers of all types together', () => {
    const input = [
      { k: 1, v: long(9007199254740993n) },
      { k: new Double(1), v: 1 },
      { k: long(1n), v: null },
    ];
    const stages = [{ $group: { _id: '$k', v: { $sum: '$v' }, kinds: { $addToSet: '$k' } } }];
    expect([...pipelineOf(stages)(input)]).toEqual([{ _id: 1, v: long(9007199254740994n), kinds: [1] }]);
  });

  it('groups by a document, and by nothing', () => {
    expect(
      run({ $group: { _id: { r: '$region' }, n: { $sum: 1 } } }, { $match: { '_id.r': 'gao' } }),
    ).toEqual([{ _id: { r: 'gao' }, n: 1 }]);
    expect(run({ $group: { _id: null, sex: { $addToSet: '$by.sex' } } })).toEqual([
      { _id: null, sex: ['F', 'M'] },
    ]);
  });

  it('projects in document order, with nested and computed fields', () => {
    const project = {
      'by.sex': 1,
      n: 1,
      double: { $multiply: ['$n', 2] },
      day: { $dateToString: { date: '$at', format: '%Y-%m-%d' } },
    };
    const [first] = run({ $project: project });
    expect(JSON.stringify(first)).toBe('{"_id":1,"n":5,"by":{"sex":"F"},"double":10,"day":"2025-03-01"}');
    expect(run({ $project: { _id: 0, tags: 0, at: 0, by: 0 } }, { $limit: 1 })).toEqual([
      { region: 'mopti', n: 5 },
    ]);
  });

  it('unwinds', () => {
    const unwound = run(
      { $unwind: { path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } },
      { $project: { tags: 1, i: 1 } },
    );
    expect(unwound).toEqual([
      { _id: 1, tags: 'a', i: long(0n) },
      { _id: 1, tags: 'b', i: long(1n) },
      { _id: 2, i: null },
      { _id: 3, tags: 'b', i: long(0n) },
    ]);
    expect(run({ $unwind: '$tags' }, { $count: 'n' })).toEqual([{ n: 3 }]);
  });

  it('counts, skips, limits and replaces the root', () => {
    expect(run({ $match: { n: { $gt: 100 } } }, { $count: 'n' })).toEqual([]);
    expect(run({ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 1 }, { $project: { _id: 1 } })).toEqual([
      { _id: 1 },
    ]);
    expect(run({ $match: { by: { $exists: true } } }, { $replaceRoot: { newRoot: '$by' } })).toEqual([
      { sex: 'F' },
      { sex: 'M' },
    ]);
    expect(run({ $limit: 1 }, { $replaceWith: { a: '$n' } })).toEqual([{ a: 5 }]);
  });

  it('adds fields by expression', () => {
    const set = {
      'by.known': { $cond: [{ $ifNull: ['$by.sex', false] }, true, false] },
      level: { $switch: { branches: [{ case: { $gte: ['$n', 5] }, then: 'high' }], default: 'low' } },
      b: { $filter: { input: '$tags', as: 't', cond: { $eq: ['$$t', 'b'] } } },
      size: { $size: '$tags' },
      year: { $year: new Date(0) },
      merged: { $mergeObjects: ['$by', { x: 1 }] },
      none: '$missing',
    };
    const [first, second] = run({ $set: set }, { $project: { _id: 0, at: 0, tags: 0, region: 0, n: 0 } });
    expect(first).toEqual({
      by: { sex: 'F', known: true },
      level: 'high',
      b: ['b'],
      size: 2,
      year: 1970,
      merged: { sex: 'F', x: 1 },
    });
    expect(second).toEqual({
      by: { known: false },
      level: 'high',
      b: [],
      size: 0,
      year: 1970,
      merged: { x: 1 },
    });
  });

  it('divides into a double and refuses zero', () => {
    expect(run({ $limit: 1 }, { $project: { _id: 0, q: { $divide: ['$n', 5] } } })).toEqual([
      { q: new Double(1) },
    ]);
    expect(() => run({ $project: { q: { $divide: ['$n', 0] } } })).toThrow("can't $divide by zero");
  });

  it.each<readonly [Doc, number]>([
    [{ $lookup: { from: 'x' } }, 40324],
    [{ $out: 'x' }, 40324],
    [{ $facet: {} }, 40324],
    [{ toString: 1 }, 40324],
    [{ $match: {}, $limit: 1 }, 40323],
    [{ $project: { a: { $rand: {} } } }, 168],
    [{ $group: { _id: 1, a: { $stdDevPop: '$n' } } }, 15952],
    [{ $group: { _id: 1, a: 1 } }, 40234],
    [{ $group: { a: 1 } }, 15955],
    [{ $project: { a: 1, b: 0 } }, 2],
    [{ $project: 1 }, 15969],
    [{ $project: {} }, 51272],
    [{ $addFields: 1 }, 40272],
    [{ $unset: 1 }, 31002],
    [{ $unwind: 'tags' }, 28818],
    [{ $unwind: { path: '$tags', other: 1 } }, 28811],
    [{ $match: 1 }, 15959],
    [{ $count: '' }, 40156],
    [{ $limit: 0 }, 15958],
    [{ $limit: -1 }, 5107201],
    [{ $skip: -1 }, 5107200],
    [{ $sort: {} }, 15976],
    [{ $sort: { a: 'x' } }, 2],
    [{ $match: { $where: 'x' } }, 2],
    [{ $project: { a: '$$nope.x' } }, 17276],
    [{ $replaceRoot: { newRoot: '$n' } }, 40228],
    [{ $project: { a: { $concat: ['$n'] } } }, 16702],
    [{ $project: { a: { $mod: ['$n', 0] } } }, 16610],
    [{ $project: { a: { $in: [1, '$n'] } } }, 40081],
    [{ $project: { a: { $eq: [1] } } }, 16020],
    [{ $project: { a: { $switch: { branches: [{ case: false, then: 1 }] } } } }, 40066],
    [{ $project: { a: { $switch: { branches: [] } } } }, 40068],
  ])('refuses %j', (stage, code) => {
    expect(() => [...pipelineOf([stage])(documents())]).toThrow(expect.objectContaining({ code }));
  });
});
