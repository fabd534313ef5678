import { mkdtemp, open, rm, statfs, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallDisk } from '@benkan/testing';

export type FillableDisk = {
  readonly path: string;
  /** Leaves so many bytes free. */
  readonly fill: (leave: number) => Promise<void>;
  /** Gives the room back. */
  readonly free: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

const CHUNK = Buffer.alloc(64 * 1024, 1);

const fillUp = async (file: FileHandle, folder: string, leave: number): Promise<void> => {
  for (;;) {
    const { bavail, bsize } = await statfs(folder);
    const room = bavail * bsize - leave;
    if (room <= 0) return;
    await file.write(CHUNK.subarray(0, Math.min(room, CHUNK.length)));
  }
};

/** A small disk of so many megabytes that can be filled. Needs the right to mount. */
export const fillableDisk = async (megabytes: number): Promise<FillableDisk> => {
  const folder = await mkdtemp(join(tmpdir(), 'benkan-small-'));
  const { path, remove } = await smallDisk(join(folder, 'disk'), megabytes * 1024);
  const ballast = join(path, 'ballast');
  return {
    path,
    fill: async (leave) => {
      const file = await open(ballast, 'a');
      await fillUp(file, path, leave).finally(() => file.close());
    },
    free: () => rm(ballast, { force: true }),
    remove: async () => {
      await remove();
      await rm(folder, { recursive: true });
    },
  };
};
