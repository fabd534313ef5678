import { fstatSync, openSync, closeSync, writeSync } from 'node:fs';

const GRAIN = 1024 * 1024;
const ZEROS = Buffer.alloc(GRAIN);

/** Disk space that belongs to a file before it is needed. */
export interface Reserve {
  /** Grows the file to at least so many bytes; a full disk throws ENOSPC and leaves what was there usable. */
  upTo(bytes: number): void;
  /** bytes the file has now */
  size(): number;
  close(): void;
}

/** Space at the end of a file, written ahead with zeros: a hole would not be there when it is needed. */
export const reserveIn = (file: string): Reserve => {
  const descriptor = openSync(file, 'r+');
  let size = fstatSync(descriptor).size;

  const grow = (wanted: number): void => {
    while (size < wanted) size += writeSync(descriptor, ZEROS, 0, Math.min(GRAIN, wanted - size), size);
  };

  return {
    upTo: (bytes) => {
      if (bytes <= size) return;
      try {
        grow(Math.ceil(bytes / GRAIN) * GRAIN);
      } catch (error) {
        // the last of the disk may do
        if (size < bytes) throw error;
      }
    },
    size: () => size,
    close: () => closeSync(descriptor),
  };
};
