import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventLog } from './event-log';
import { filterFrom, type FilterRequest } from './filter';
import type { Source } from './reads';
import { subscribeToAll } from './subscriptions';
import { systemEvent } from './system-event';

let folder: string;
let log: EventLog;
const write = (...types: string[]): void =>
  log.transact(() => {
    for (const type of types) log.put(systemEvent('stream', type, '{}', 0));
  });
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-filtered-'));
  log = new EventLog(folder);
});
afterEach(async () => {
  await log.close();
  await rm(folder, { recursive: true });
});

const only = (request: Partial<FilterRequest>): FilterRequest => ({
  on: 'type',
  regex: '',
  prefixes: ['wanted'],
  window: 2,
  multiplier: 2,
  ...request,
});
const subscribe = (request: Partial<FilterRequest> = {}, from: 'start' | number = 'start'): Source =>
  subscribeToAll(log, { from, filter: filterFrom(only(request)) }, new AbortController().signal);

/** What is told until there is something to wait for: `e3`, `c4`, `caught-up`. */
const told = (source: Source): string[] => {
  const found: string[] = [];
  for (;;) {
    const { value, done } = source.next();
    if (done || value instanceof Promise || value === undefined) return found;
    if (value.kind === 'event') found.push(`e${value.event.position}`);
    else found.push(value.kind === 'checkpoint' ? `c${value.position}` : value.kind);
  }
};

describe('the checkpoints of a filter', () => {
  it('come every so many events looked at, and at the end of what there is', () => {
    write('wanted', 'other', 'other', 'other', 'other', 'wanted', 'other', 'wanted', 'other', 'other');
    expect(told(subscribe())).toEqual(['e1', 'c4', 'e6', 'e8', 'c8', 'c10', 'caught-up']);
    expect(told(subscribe({}, 5))).toEqual(['e6', 'e8', 'c9', 'c10', 'caught-up']);
  });

  it('go on with what is written later, counted on', () => {
    write('other', 'other', 'other');
    const source = subscribe();
    expect(told(source)).toEqual(['c3', 'caught-up']);
    write('other', 'wanted');
    expect(told(source)).toEqual(['c4', 'e5']);
    write('other', 'other', 'other');
    expect(told(source)).toEqual(['c8']);
  });

  it('are none where nothing was looked at, nor without a filter', () => {
    write('wanted');
    expect(told(subscribe({}, 1))).toEqual(['caught-up']);
    const { signal } = new AbortController();
    expect(told(subscribeToAll(log, { from: 'start' }, signal))).toEqual(['e1', 'caught-up']);
  });

  it('come every 32 events when no window is told, and at least once a window', () => {
    write(...Array.from({ length: 70 }, () => 'other'));
    expect(told(subscribe({ window: 0, multiplier: 0 }))).toEqual(['c32', 'c64', 'c70', 'caught-up']);
  });
});
