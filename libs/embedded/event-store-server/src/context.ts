import type { CommitQueue } from './commit-queue';
import type { EventLog } from './event-log';
import type { RecentIds } from './recent-ids';

/** What every handler of one running server shares. */
export type Context = {
  readonly log: EventLog;
  readonly commits: CommitQueue;
  readonly recent: RecentIds;
  /** Tells the operator of damage that a request met; of every other error nothing. */
  readonly report: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborts when the server stops. */
  readonly stopping: AbortSignal;
};
