const REMEMBERED = 50_000;

/** The ids of recent appends, for writers that state no revision. Lost on a restart, as the protocol allows. */
export type RecentIds = {
  revisionOf(stream: string, id: string): number | undefined;
  /** Until the next `keep` or `undo` it is not certain. */
  remember(stream: string, id: string, revision: number): void;
  keep(): void;
  /** Forgets what was remembered since the last `keep`, and that alone. */
  undo(): void;
};

/** Remembers between `capacity` and twice as many. */
export const recentIds = (capacity = REMEMBERED): RecentIds => {
  // forgetting a whole generation at a time is cheaper than the oldest of a map one by one
  let older = new Map<string, number>();
  let newer = new Map<string, number>();
  let uncertain = new Map<string, number>();
  const keyOf = (stream: string, id: string): string => `${id} ${stream}`;
  return {
    revisionOf(stream, id) {
      const key = keyOf(stream, id);
      return uncertain.get(key) ?? newer.get(key) ?? older.get(key);
    },
    remember: (stream, id, revision) => void uncertain.set(keyOf(stream, id), revision),
    keep() {
      for (const [key, revision] of uncertain) newer.set(key, revision);
      uncertain = new Map();
      if (newer.size < capacity) return;
      older = newer;
      newer = new Map();
    },
    undo: () => void (uncertain = new Map()),
  };
};
