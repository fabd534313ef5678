import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventLog } from './event-log';
import { readStream, type Source } from './reads';
import { subscribeToStream } from './subscriptions';
import { systemEvent } from './system-event';

const SECOND = 1_000;
const START = 1_764_000_000_000;

let folder: string;
let log: EventLog;
let now: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-retention-'));
  log = new EventLog(folder);
  now = START;
});
afterEach(async () => {
  await log.close();
  await rm(folder, { recursive: true });
});

/** One event every ten seconds of a clock that is moved by hand. */
const write = (stream: string, count: number): void => {
  for (let n = 0; n < count; n += 1) {
    log.transact(() => void log.put(systemEvent(stream, 'happened', '{}', now)));
    now += 10 * SECOND;
  }
};
const setMetadata = (stream: string, metadata: object): void =>
  log.transact(() => void log.put(systemEvent(`$$${stream}`, '$metadata', JSON.stringify(metadata), now)));

/** Revisions told until there is something to wait for, and the other things told. */
const told = (source: Source): (number | string)[] => {
  const found: (number | string)[] = [];
  for (;;) {
    const { value, done } = source.next();
    if (done || value instanceof Promise || value === undefined) return found;
    found.push(value.kind === 'event' ? value.event.revision : value.kind);
  }
};
const all = { from: 'start', backwards: false, count: Infinity } as const;
const read = (stream: string): (number | string)[] => told(readStream(log, { ...all, stream }, now));
const readBackwards = (stream: string): (number | string)[] =>
  told(readStream(log, { ...all, stream, backwards: true, from: 'end' }, now));

describe('$maxAge', () => {
  it('hides what is older by the clock, as it moves', () => {
    write('aged', 5);
    setMetadata('aged', { $maxAge: 30 });
    expect(read('aged')).toEqual([2, 3, 4]);
    expect(readBackwards('aged')).toEqual([4, 3, 2]);
    now += 1;
    expect(read('aged')).toEqual([3, 4]);
    now += 60 * SECOND;
    expect(read('aged')).toEqual([]);
    write('aged', 1);
    expect(read('aged')).toEqual([5]);
    setMetadata('aged', {});
    expect(read('aged')).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is asked of the clock each time a subscription looks', () => {
    write('aged', 2);
    setMetadata('aged', { $maxAge: 15 });
    const { signal } = new AbortController();
    const subscription = subscribeToStream(log, { stream: 'aged', from: 'start' }, signal, () => now);
    expect(told(subscription)).toEqual([1, 'caught-up']);
    write('aged', 3);
    expect(told(subscription)).toEqual([4]);
  });

  it.each([0, -1, 1.5, '30', null])('of %p is none', (maxAge) => {
    write('aged', 2);
    setMetadata('aged', { $maxAge: maxAge });
    now += 1_000 * SECOND;
    expect(read('aged')).toEqual([0, 1]);
  });
});

describe('the metadata of a stream', () => {
  it('is its newest alone, whatever it says', () => {
    for (const maxCount of [3, 2, 5]) setMetadata('one', { $maxCount: maxCount, $tb: 9 });
    expect(read('$$one')).toEqual([2]);
    expect(readBackwards('$$one')).toEqual([2]);
  });
});
