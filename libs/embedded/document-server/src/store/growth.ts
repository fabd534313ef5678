import type { Database } from 'lmdb';
import type { Reserve } from './reserve';

interface TreeStats {
  readonly pageSize: number;
  readonly treeDepth: number;
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
}

type Stats = TreeStats & { readonly lastPageNumber: number; readonly free: TreeStats };

const SLACK = 32;
const PAGE_HEADER = 64;
// within one transaction, pages may reach the disk before its end
const MOST_UNRESERVED = 8_192;

const pagesOf = ({ treeBranchPageCount, treeLeafPageCount }: TreeStats): number =>
  treeBranchPageCount + treeLeafPageCount;

/**
 * Sees that every page a transaction may add has its place on the disk beforehand. The library underneath
 * corrupts its own memory when a write of its own finds the disk full, so none of its writes ever may.
 */
export interface Growth {
  /** One put or remove of a value of so many bytes. */
  note(bytes: number): void;
  /** At the end of a transaction, before it commits; ENOSPC where the disk cannot hold it. */
  settle(): void;
  /** For the next transaction. */
  forget(): void;
}

export const growthOf = (database: Database<Buffer, Buffer>, reserve: Reserve): Growth => {
  let changes = 0;
  let overflow = 0;
  let unreserved = 0;

  const settle = (): void => {
    const stats = database.getStats() as Stats;
    const { pageSize, treeDepth, lastPageNumber, free } = stats;
    // a change touches its leaf, and may split it; but no more pages than there are
    const touched = Math.min(2 * changes + 2 * treeDepth, pagesOf(stats));
    const written = touched + overflow;
    const listed = pagesOf(free) + Math.ceil((written * 16) / pageSize);
    reserve.upTo((lastPageNumber + 1 + written + listed + SLACK) * pageSize);
    unreserved = 0;
  };

  return {
    note: (bytes) => {
      const pages = bytes > 1_000 ? Math.ceil((bytes + PAGE_HEADER) / 4_096) : 0;
      changes += 1;
      overflow += pages;
      unreserved += 1 + pages;
      if (unreserved > MOST_UNRESERVED) settle();
    },
    settle: () => {
      if (changes > 0) settle();
    },
    forget: () => {
      changes = overflow = unreserved = 0;
    },
  };
};
