import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

const GRAIN = 1024 * 1024;
const PAGE = 4_096;
const BLOCK = 512;
const ZEROS = Buffer.alloc(GRAIN);

/** Disk space that belongs to a file before it is needed. */
export type Reserve = {
  /**
   * Sees that the disk holds at least so many bytes of the file, holes filled, and a whole number of mebibytes
   * where it can; a full disk throws ENOSPC and leaves what was there usable.
   */
  upTo(bytes: number): void;
  close(): void;
};

const writeZeros = (handle: number, at: number, bytes: number): number =>
  writeSync(handle, ZEROS, 0, Math.min(GRAIN, bytes), at);

const isSparse = (handle: number): boolean => {
  const { blocks, size } = fstatSync(handle);
  // where nobody counts blocks there is nothing to be learnt from them
  return blocks > 0 && blocks * BLOCK < size;
};

/** What reads as zeros is written as zeros: the same to every reader, and no hole afterwards. */
const fillHoles = (handle: number, size: number): void => {
  const read = Buffer.alloc(GRAIN);
  for (let from = 0; from < size; from += GRAIN) {
    const bytes = readSync(handle, read, 0, GRAIN, from);
    for (let at = 0; at < bytes; at += PAGE) {
      const page = Math.min(PAGE, bytes - at);
      if (read.compare(ZEROS, 0, page, at, at + page) === 0) writeZeros(handle, from + at, page);
    }
  }
};

/** Space at the end of a file, written ahead with zeros: a hole would not be there when it is needed. */
export const reserveIn = (file: string): Reserve => {
  const handle = openSync(file, 'r+');
  let { size } = fstatSync(handle);
  let sparse = isSparse(handle);

  const fill = (): void => {
    if (!sparse) return;
    fillHoles(handle, size);
    sparse = false;
  };
  const grow = (bytes: number): void => {
    while (size < bytes) size += writeZeros(handle, size, bytes - size);
  };

  return {
    upTo(bytes) {
      fill();
      if (bytes <= size) return;
      try {
        grow(Math.ceil(bytes / GRAIN) * GRAIN);
      } catch (error) {
        // the last of the disk may do
        if (size < bytes) throw error;
      }
    },
    close: () => closeSync(handle),
  };
};
