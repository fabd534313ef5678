import { readFile, stat, writeFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFolder } from './folder-lock';
import { temporaryFolder } from './testing';

describe('the folder lock', () => {
  let root: string;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ folder: root, remove } = await temporaryFolder());
  });
  afterEach(() => remove());

  it('creates the folder for its owner alone', async () => {
    const folder = join(root, 'a', 'b');
    lockFolder(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('is held once, and free after its release', () => {
    const release = lockFolder(root);
    expect(() => lockFolder(root)).toThrow(expect.objectContaining({ code: 'folder-locked' }));
    release();
    lockFolder(root)();
  });

  it.each([
    ['a process that is gone', '2147483646 5'],
    ['an earlier process of the same number', `${process.pid} 1`],
    ['nobody at all', ''],
  ])('replaces the lock of %s', async (_, content) => {
    await writeFile(join(root, 'lock'), content);
    const release = lockFolder(root);
    expect(await readFile(join(root, 'lock'), 'utf8')).toContain(`${process.pid} `);
    release();
    expect(await readdir(root)).toEqual([]);
  });
});
