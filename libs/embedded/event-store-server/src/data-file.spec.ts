import { statSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFile } from './data-file';
import { EventLog } from './event-log';
import { systemEvent } from './system-event';

let folder: string;
let file: string;
let log: EventLog;
const write = (): void =>
  log.transact(() => void log.put(systemEvent('stream', 'happened', '{}', 1_764_000_000_000)));
const missing = (): number => {
  const data = openDataFile(file);
  try {
    return data.missing();
  } finally {
    data.close();
  }
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-file-'));
  file = join(folder, 'data.mdb');
  log = new EventLog(folder);
});
afterEach(async () => {
  await log.close();
  await rm(folder, { recursive: true });
});

describe('the data file', () => {
  it('tells how much of its end is missing, and grows by that', () => {
    write();
    const { size } = statSync(file);
    const end = size + missing();
    truncateSync(file, end);
    expect(missing()).toBe(0);
    truncateSync(file, end - 100);
    expect(missing()).toBe(100);
    const data = openDataFile(file);
    data.grow();
    data.close();
    expect([missing(), statSync(file).size]).toEqual([0, end]);
  });

  it('is never cut', () => {
    write();
    truncateSync(file, statSync(file).size + 1_000_000);
    const { size } = statSync(file);
    write();
    expect(statSync(file).size).toBeGreaterThanOrEqual(size);
  });

  // what the database counts and never wrote would make every start read the whole log
  it('has all its pages after every commit', () => {
    for (let commit = 0; commit < 500; commit += 1) {
      write();
      expect(missing()).toBeLessThanOrEqual(0);
    }
  });

  it('that is none is told', () => {
    const other = join(folder, 'other');
    writeFileSync(other, Buffer.alloc(10_000));
    const data = openDataFile(other);
    expect(data.missing).toThrow('record-corrupted');
    data.close();
  });
});
