import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm, statfs, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type SmallDisk = {
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

/** A file system of its own, in memory, with so many megabytes. Needs the right to mount. */
export const smallDisk = async (megabytes: number): Promise<SmallDisk> => {
  const path = await mkdtemp(join(tmpdir(), 'benkan-small-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]);
  const ballast = join(path, 'ballast');
  return {
    path,
    fill: async (leave) => {
      const file = await open(ballast, 'a');
      await fillUp(file, path, leave).finally(() => file.close());
    },
    free: () => rm(ballast, { force: true }),
    remove: async () => {
      execFileSync('umount', ['--lazy', path]);
      await rm(path, { recursive: true });
    },
  };
};
