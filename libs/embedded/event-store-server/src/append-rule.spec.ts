import { type Expected, type Memory, type Ruling, ruleOn, type StreamSituation } from './append-rule';

const stored = ['a', 'b', 'c', 'd'];
const memory: Memory = {
  idAt: (revision) => stored[revision],
  recent: (id) => ({ c: 2, d: 3 })[id],
};
const open: StreamSituation = { last: 3, hidden: false, closed: false, hasMetadata: false };
const empty: StreamSituation = { ...open, last: -1 };
const hidden: StreamSituation = { ...open, hidden: true };
const closed: StreamSituation = { ...open, closed: true };

const write: Ruling = { kind: 'write' };
const wrong: Ruling = { kind: 'wrong-version' };
const gone: Ruling = { kind: 'closed' };
const already = (last: number): Ruling => ({ kind: 'already-written', last });

describe('the append table', () => {
  it.each<[string, Expected, StreamSituation, string[], Ruling]>([
    ['exact and current', 3, open, ['x'], write],
    ['exact and current, ids not looked at', 3, open, ['d'], write],
    ['no stream and none', 'no-stream', empty, ['x'], write],
    ['exact and beyond', 4, open, ['x'], wrong],
    ['exact where there is none', 0, empty, ['x'], wrong],
    ['older, all the same', 1, open, ['c', 'd'], already(3)],
    ['older, the same and not the last', 0, open, ['b'], already(1)],
    ['no stream, all the same', 'no-stream', open, ['a', 'b'], already(1)],
    ['older, the first differs', 1, open, ['x', 'd'], wrong],
    ['older, partly the same', 1, open, ['c', 'x'], wrong],
    ['older, running past the end', 2, open, ['d', 'e'], wrong],
    ['older, nothing to compare', 1, open, [], wrong],
    ['any on a missing stream', 'any', empty, ['x'], write],
    ['any, not seen recently', 'any', open, ['a'], write],
    ['any, all seen recently', 'any', open, ['c', 'd'], already(3)],
    ['any, partly seen recently', 'any', open, ['c', 'x'], wrong],
    ['must exist and does', 'stream-exists', open, ['x'], write],
    ['must exist, seen recently', 'stream-exists', open, ['d'], already(3)],
    ['must exist and does not', 'stream-exists', empty, ['x'], wrong],
    ['must exist and has metadata only', 'stream-exists', { ...empty, hasMetadata: true }, ['x'], write],
    ['must exist and is hidden', 'stream-exists', hidden, ['x'], gone],
    ['no stream reopens a hidden one', 'no-stream', hidden, ['x'], write],
    ['no stream on a hidden one, repeated', 'no-stream', hidden, ['a'], already(0)],
    ['older on a hidden one', 1, hidden, ['x'], wrong],
    ['any reopens a hidden one', 'any', hidden, ['x'], write],
    ['any on a tombstone', 'any', closed, ['x'], gone],
    ['exact on a tombstone', 3, closed, ['x'], gone],
    ['no stream on a tombstone', 'no-stream', closed, ['x'], gone],
  ])('%s', (...[, expected, situation, ids, ruling]) => {
    expect(ruleOn(expected, situation, ids, memory)).toEqual(ruling);
  });
});
