import { statSync, truncateSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type DataFile, openDataFile } from './data-file';
import { EventLog, type NewEvent } from './event-log';

const MEBIBYTE = 1024 * 1024;
const PAGE = 4_096;

let folder: string;
let file: string;
let log: EventLog;
let data: DataFile;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benkan-growth-'));
  file = join(folder, 'data.mdb');
  log = new EventLog(folder);
  data = openDataFile(file);
});
afterEach(async () => {
  data.close();
  await log.close();
  await rm(folder, { recursive: true });
});

const eventOf = (stream: string, bytes: number): NewEvent => ({
  stream,
  id: 'an id',
  type: 'happened',
  json: false,
  created: 1_764_000_000_000,
  data: Buffer.alloc(bytes, 1),
  metadata: Buffer.alloc(0),
});
const sizeOf = (): number => statSync(file).size;
describe('the growth of the data file', () => {
  // the reserve grows by whole mebibytes: any other size would be the library's own doing
  const expectReserved = (): void => {
    expect(sizeOf() % MEBIBYTE).toBe(0);
    expect(data.missing()).toBeLessThanOrEqual(0);
  };

  it('always has its place before a commit, whatever is written', () => {
    const size = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 9_000 }), fc.nat({ max: 200_000 }));
    const name = fc.tuple(fc.nat({ max: 3_000 }), fc.constantFrom(1, 40, 900));
    const append = fc.tuple(name, fc.array(size, { minLength: 1, maxLength: 20 }));
    const many = fc.tuple(fc.nat({ max: 400 }), fc.constantFrom(1, 30, 900), fc.nat({ max: 1_500 }));
    const nameOf = (n: number, bytes: number): string => `${(n * 7_919) % 3_001}`.padStart(bytes, '.');
    const put = (stream: string, sizes: readonly number[]): void =>
      void log.putAll(
        stream,
        sizes.map((bytes) => eventOf(stream, bytes)),
      );
    fc.assert(
      fc.property(fc.array(append, { maxLength: 15 }), many, (appends, [count, length, bytes]) => {
        log.transact(() => {
          for (const [[n, length], sizes] of appends) put(nameOf(n, length), sizes);
        });
        expectReserved();
        log.transact(() => {
          for (let n = 0; n < count; n += 1) put(nameOf(n + length, length), [bytes]);
        });
        expectReserved();
      }),
      { numRuns: 40 },
    );
  });

  it('has its place before the end of a transaction that is larger than memory should hold', () => {
    let before = 0;
    log.transact(() => {
      for (let n = 0; n < 40; n += 1) log.put(eventOf('large', MEBIBYTE));
      before = sizeOf();
    });
    expect(before).toBeGreaterThan(30 * MEBIBYTE);
    expectReserved();
  });

  it('asks for no more than a few pages an event', () => {
    for (let n = 0; n < 20; n += 1) log.transact(() => void log.put(eventOf(`stream ${n}`, 100)));
    expect(sizeOf()).toBe(MEBIBYTE);
  });

  it('fills the holes that an older program left, and changes nothing by it', async () => {
    for (let n = 0; n < 200; n += 1) log.transact(() => void log.put(eventOf('kept', 3_000)));
    await log.close();
    truncateSync(file, sizeOf() + 3 * MEBIBYTE);
    const allocated = (): number => statSync(file).blocks * 512;
    expect(allocated()).toBeLessThan(sizeOf() - 2 * MEBIBYTE);
    log = new EventLog(folder);
    log.transact(() => void log.put(eventOf('kept', 3_000)));
    expect(allocated()).toBeGreaterThanOrEqual(sizeOf());
    for (let revision = 0; revision <= 200; revision += 1)
      expect(log.find('kept', revision)?.data.byteLength).toBe(3_000);
  });

  it('is there for the next transaction when one is undone', () => {
    const undone = (): void =>
      log.transact(() => {
        log.put(eventOf('undone', 10 * PAGE));
        throw new Error('undone');
      });
    expect(undone).toThrow('undone');
    expect([log.tail, log.head('undone')]).toEqual([0, undefined]);
    log.transact(() => void log.put(eventOf('written', 10 * PAGE)));
    expectReserved();
    expect(log.tail).toBe(1);
  });
});
