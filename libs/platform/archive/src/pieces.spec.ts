import fc from 'fast-check';
import { fingerprints } from './fingerprints';
import { historyCheck } from './history-check';
import { decodeTagged, encodeTagged } from './tagged';
import type { ArchivedEvent } from './event-line';

describe('tagged JSON', () => {
  it('brings back bytes, instants and whatever looks like a tag', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
        fc.uint8Array().map((bytes) => Buffer.from(bytes)),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('_id', 'a', '$bytes', '$date', '$object', '$x'), tie('any')),
      ),
    })).any;
    fc.assert(
      fc.property(value, (each) => {
        expect(decodeTagged(encodeTagged({ each }))).toEqual({ each });
      }),
    );
  });

  it.each([[undefined], [1n], [NaN], [new Map()], [() => 1]])('refuses %p: nothing is dropped', (value) => {
    expect(() => encodeTagged({ value })).toThrow(TypeError);
  });

  it.each([['{"$bytes":1}'], ['{"$object":1}'], ['{"$object":[1]}']])('does not read %s', (line) => {
    expect(() => decodeTagged(line)).toThrow(TypeError);
  });
});

describe('fingerprints', () => {
  it('remember as a map does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.nat(255)), { maxLength: 200 }), (entries) => {
        const [table, map] = [fingerprints(1), new Map(entries)];
        for (const [name, value] of entries) table.set(name, Buffer.from([value]));
        expect(table.size()).toBe(map.size);
        for (const [name, value] of map) expect(table.get(name)?.[0]).toBe(value);
        expect(table.get('not there, whatever the others are')).toBeUndefined();
      }),
    );
  });

  it('grow with many names', () => {
    const table = fingerprints(4);
    for (let n = 0; n < 5_000; n += 1) table.set(`name ${n}`, Buffer.from([1, 2, 3, n % 256]));
    expect(table.size()).toBe(5_000);
    expect(table.get('name 4999')).toEqual(Buffer.from([1, 2, 3, 4_999 % 256]));
  });
});

describe('the check of a history', () => {
  const event = (stream: string, revision: number, at: number): ArchivedEvent => ({
    stream,
    revision: BigInt(revision),
    id: 'i',
    type: 't',
    data: {},
    metadata: {},
    position: { commit: BigInt(at), prepare: BigInt(at) },
    recordedAt: '',
  });
  const check = (...events: readonly ArchivedEvent[]) => {
    const history = historyCheck();
    for (const each of events) history.event(each, { file: 'f' });
    return history.counts();
  };

  it('wants every revision of a stream, from the first on, once', () => {
    expect(check(event('a', 0, 1), event('b', 0, 2), event('a', 1, 3))).toMatchObject({
      events: 3,
      streams: 2,
    });
    expect(() => check(event('a', 0, 1), event('a', 2, 2))).toThrow(/revision-gap/);
    expect(() => check(event('a', 1, 1))).toThrow(/revision-gap/);
    expect(() => check(event('a', 0, 1), event('a', 0, 2))).toThrow(/revision-gap/);
  });

  it('wants the order of the log', () => {
    expect(() => check(event('a', 0, 2), event('b', 0, 1))).toThrow(/out-of-order/);
    expect(() => check(event('a', 0, 2), event('b', 0, 2))).toThrow(/out-of-order/);
  });
});
