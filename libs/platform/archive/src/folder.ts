import { mkdir, open, rename, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ArchiveRefused, inWords, isFull } from './refused';

/** Shared by the folders of one backup: once a disk is full it is emptied, and nothing more is written, only counted. */
export type Room = { full: boolean; readonly empty: () => Promise<void> };

export type Folder = {
  readonly root: string;
  /** Complete under its name or absent; on disk when it resolves. For its owner only. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Bytes that everything written, or counted, takes on disk. */
  readonly needed: () => number;
};

const PART = '.part';
const BLOCK = 4096;
const FOLDERS_BYTES = 64 * 1024;

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
};

const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

const writeAside = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeSynced(path + PART, bytes);
  await rename(path + PART, path);
  await syncFolder(dirname(path));
};

const writeOrEmpty = async (path: string, bytes: Uint8Array, room: Room): Promise<void> => {
  try {
    await writeAside(path, bytes);
  } catch (error) {
    if (!isFull(error)) throw error;
    room.full = true;
    await room.empty();
  }
};

export const folderAt = (root: string, room: Room): Folder => {
  let needed = FOLDERS_BYTES;
  return {
    root,
    needed: () => needed,
    write: (path, bytes) => {
      needed += Math.ceil(bytes.byteLength / BLOCK) * BLOCK;
      return room.full ? Promise.resolve() : inWords(root, () => writeOrEmpty(join(root, path), bytes, room));
    },
  };
};

const shortageOf = async (folder: Folder, others: readonly Folder[]): Promise<number> => {
  const [{ dev }, { bavail, bsize }] = await Promise.all([stat(folder.root), statfs(folder.root)]);
  let needed = folder.needed();
  for (const other of others) if ((await stat(other.root)).dev === dev) needed += other.needed();
  return needed - bavail * bsize;
};

const inMegabytes = (bytes: number): string => `${Math.max(1, Math.ceil(bytes / 1_000_000))} MB`;

/** Says how much room is missing, after what was written was removed again. */
export const diskFull = async (folders: readonly Folder[]): Promise<ArchiveRefused> => {
  const shortages = await Promise.all(
    folders.map(async (folder) => ({
      root: folder.root,
      missing: await shortageOf(
        folder,
        folders.filter((other) => other !== folder),
      ),
    })),
  );
  const [worst] = shortages.sort((a, b) => b.missing - a.missing);
  // room that came free meanwhile does not make the backup whole
  const missing = Math.max(worst?.missing ?? 0, 1);
  const place = worst?.root ?? 'the disk';
  return new ArchiveRefused(
    'disk-full',
    `${place}: the disk is full, ${inMegabytes(missing)} more are needed; free them or choose another disk, then begin again (nothing else was touched)`,
    { missingBytes: missing },
  );
};
