import type { Database } from 'lmdb';
import type { Reserve } from './reserve';

type TreeStats = {
  readonly pageSize: number;
  readonly treeDepth: number;
  readonly treeBranchPageCount: number;
  readonly treeLeafPageCount: number;
  readonly overflowPages: number;
};
type Stats = TreeStats & { readonly lastPageNumber: number; readonly free: TreeStats };

/** A table of which only the statistics are asked. */
type Tree = Pick<Database, 'getStats'>;

/**
 * Sees that every page a transaction may add has its place on the disk beforehand. The library underneath
 * corrupts its own memory when a write of its own finds the disk full, so none of its writes ever may.
 */
export type Growth<Name extends string> = {
  /** One value of so many bytes is about to be put. */
  note(table: Name, bytes: number): void;
  /** At the end of a transaction, before it commits; ENOSPC where the disk cannot hold it. */
  settle(): void;
  /** For the next transaction. */
  forget(): void;
};

const SLACK = 32;
const PAGE = 4_096;
const PAGE_HEADER = 64;
// larger values lie in pages of their own
const MOST_IN_LEAF = 1_000;
// within one transaction, pages may reach the disk before its end
const MOST_UNRESERVED = 8_192;
const LISTED_BYTES = 16;

// a change touches the leaf and the branches above it, and may split each; but no more pages than there are
const touchedIn = (tree: TreeStats, changes: number): number =>
  Math.min(2 * changes, tree.treeLeafPageCount) +
  Math.min(2 * changes * tree.treeDepth, tree.treeBranchPageCount);

const pagesOf = (tree: TreeStats): number =>
  tree.treeBranchPageCount + tree.treeLeafPageCount + tree.overflowPages;

const ownPagesOf = (bytes: number): number =>
  bytes > MOST_IN_LEAF ? Math.ceil((bytes + PAGE_HEADER) / PAGE) : 0;

export const growthOf = <Name extends string>(
  trees: Readonly<Record<Name, Tree>>,
  reserve: Pick<Reserve, 'upTo'>,
): Growth<Name> => {
  const changes = new Map<Name, number>();
  let own = 0;
  let unreserved = 0;

  const settle = (): void => {
    let written = own;
    let end = 0;
    for (const [name, count] of changes) {
      const stats = trees[name].getStats() as Stats;
      written += touchedIn(stats, count);
      const listed = pagesOf(stats.free) + Math.ceil((written * LISTED_BYTES) / stats.pageSize);
      end = (stats.lastPageNumber + 1 + written + listed + SLACK) * stats.pageSize;
    }
    reserve.upTo(end);
    unreserved = 0;
  };

  return {
    note(table, bytes) {
      const pages = ownPagesOf(bytes);
      changes.set(table, (changes.get(table) ?? 0) + 1);
      own += pages;
      unreserved += 1 + pages;
      if (unreserved > MOST_UNRESERVED) settle();
    },
    settle() {
      if (changes.size > 0) settle();
    },
    forget() {
      changes.clear();
      own = unreserved = 0;
    },
  };
};
