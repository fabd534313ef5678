import { join } from 'node:path';
import { open } from 'lmdb';
import { engineIn, temporaryFolder } from '../testing';
import { adoptFormat } from './format';
import { prefixOf } from './keys';
import { reserveIn } from './reserve';
import { seal } from './seal';
import { openStore } from './store';

const raw = (folder: string) =>
  open<Buffer, Buffer>({ path: folder, keyEncoding: 'binary', encoding: 'binary', noSubdir: false });

describe('the format of the data', () => {
  let folder: string;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
  });
  afterEach(() => remove());

  it('of a program without checksums is brought up, once', async () => {
    const before = raw(folder);
    for (let n = 0; n < 1_000; n += 1) {
      const key = Buffer.concat([prefixOf(1, 0), Buffer.from([n >> 8, n & 0xff])]);
      before.putSync(key, Buffer.from(`value ${n}`));
    }
    const reserve = reserveIn(join(folder, 'data.mdb'));
    adoptFormat(before, reserve);
    adoptFormat(before, reserve);
    reserve.close();
    await before.close();
    const store = openStore(folder);
    const read = [...store.scan({ from: prefixOf(1, 0), to: prefixOf(1, 1) })].map(({ value }) => `${value}`);
    expect(read).toEqual(Array.from({ length: 1_000 }, (_, n) => `value ${n}`));
    await store.close();
  });

  it('of a newer program is refused and left alone', async () => {
    const mark = prefixOf(0, 3);
    const newer = raw(folder);
    newer.putSync(mark, seal(mark, Buffer.from([3])));
    await newer.close();
    expect(() => engineIn(folder)).toThrow(expect.objectContaining({ code: 'format-newer' }) as Error);
    const after = raw(folder);
    expect([...after.getKeys()]).toHaveLength(1);
    await after.close();
  });
});
