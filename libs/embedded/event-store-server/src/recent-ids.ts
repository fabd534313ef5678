const REMEMBERED = 50_000;

/** The ids of recent appends, for writers that state no revision. Lost on a restart, as the protocol allows. */
export type RecentIds = {
  revisionOf(stream: string, id: string): number | undefined;
  remember(stream: string, id: string, revision: number): void;
  forget(): void;
};

export const recentIds = (capacity = REMEMBERED): RecentIds => {
  const revisions = new Map<string, number>();
  const keyOf = (stream: string, id: string): string => `${id} ${stream}`;
  return {
    revisionOf: (stream, id) => revisions.get(keyOf(stream, id)),
    remember(stream, id, revision) {
      revisions.set(keyOf(stream, id), revision);
      const [oldest] = revisions.size > capacity ? revisions.keys() : [];
      if (oldest !== undefined) revisions.delete(oldest);
    },
    forget: () => revisions.clear(),
  };
};
