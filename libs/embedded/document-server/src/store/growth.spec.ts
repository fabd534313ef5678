import { statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { temporaryFolder } from '../testing';
import { openStore, type Store } from './store';

const MEBIBYTE = 1024 * 1024;

describe('the growth of the data file', () => {
  let folder: string;
  let remove: () => Promise<void>;
  let store: Store;

  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
    store = openStore(folder);
  });
  afterEach(async () => {
    await store.close();
    await remove();
  });

  const keyOf = (n: number): Buffer => {
    const key = Buffer.alloc(24, n % 251);
    key.writeUInt32BE(Math.imul(n, 2_654_435_761) >>> 0, 0);
    return key;
  };

  // the reserve grows by whole mebibytes: any other size would be the library's own doing
  const expectReserved = (): void => expect(statSync(join(folder, 'data.mdb')).size % MEBIBYTE).toBe(0);

  it('always has its place before a commit, whatever is written', async () => {
    const size = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 9_000 }), fc.nat({ max: 200_000 }));
    const change = fc.tuple(fc.nat({ max: 5_000 }), fc.option(size, { freq: 4 }));
    const many = fc.tuple(fc.nat({ max: 1_000_000 }), fc.nat({ max: 4_000 }), fc.nat({ max: 600 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 60 }), many, async (changes, [from, count, bytes]) => {
        await store.write(() => {
          for (const [n, length] of changes)
            if (length === null) store.remove(keyOf(n));
            else store.put(keyOf(n), Buffer.alloc(length, n));
        });
        expectReserved();
        await store.write(() => {
          for (let n = from; n < from + count; n += 1) store.put(keyOf(n), Buffer.alloc(bytes, n));
        });
        expectReserved();
      }),
      { numRuns: 60 },
    );
  });

  it('has its place before the end of a transaction that is larger than memory should hold', async () => {
    let before = 0;
    await store.write(() => {
      for (let n = 0; n < 40; n += 1) {
        store.put(keyOf(n), Buffer.alloc(MEBIBYTE));
        if (n === 38) before = statSync(join(folder, 'data.mdb')).size;
      }
    });
    expect(before).toBeGreaterThan(30 * MEBIBYTE);
    expectReserved();
  });
});
