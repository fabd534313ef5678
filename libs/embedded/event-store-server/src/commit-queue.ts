import { statfsSync } from 'node:fs';
import type { EventLog } from './event-log';
import type { RecentIds } from './recent-ids';
import { ServerFault } from './server-fault';

/** Looks first and refuses by throwing; what it returns then writes and must not refuse any more. */
export type Task<T> = () => () => T;

export type CommitQueue = {
  run<T>(task: Task<T>): Promise<T>;
};

const TASKS_A_COMMIT = 512;
const FULL_CODES: ReadonlySet<unknown> = new Set([28, 27, 122, -30792, 'ENOSPC', 'EFBIG', 'EDQUOT']);
const SCARCE_BYTES = 8 * 1024 * 1024;

const isFull = (code: unknown, folder: string): boolean => {
  if (FULL_CODES.has(code)) return true;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < SCARCE_BYTES;
};

const storageFault = (error: unknown, folder: string): ServerFault => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (isFull(code, folder)) return new ServerFault('storage-full', `no room is left under ${folder}`);
  return new ServerFault('storage-failed', error instanceof Error ? error.message : String(error));
};

type Entry = { readonly attempt: () => () => void; readonly fail: (reason: unknown) => void };

/** One transaction and one flush for all that arrived in the same turn; answers follow the flush. */
export const commitQueue = (
  log: Pick<EventLog, 'transact'>,
  folder: string,
  recent: Pick<RecentIds, 'keep' | 'undo'>,
): CommitQueue => {
  let waiting: Entry[] = [];
  let scheduled = false;

  const commit = (entries: readonly Entry[]): void => {
    const answers: (() => void)[] = [];
    try {
      log.transact(() => {
        for (const entry of entries) answers.push(entry.attempt());
      });
    } catch (error) {
      recent.undo();
      const fault = storageFault(error, folder);
      for (const entry of entries) entry.fail(fault);
      return;
    }
    recent.keep();
    for (const answer of answers) answer();
  };

  const turn = (): void => {
    const entries = waiting.slice(0, TASKS_A_COMMIT);
    waiting = waiting.slice(TASKS_A_COMMIT);
    scheduled = waiting.length > 0;
    if (scheduled) setImmediate(turn);
    commit(entries);
  };

  const enqueue = (entry: Entry): void => {
    waiting.push(entry);
    if (scheduled) return;
    scheduled = true;
    setImmediate(turn);
  };

  return {
    run: <T>(task: Task<T>) =>
      new Promise<T>((resolve, reject) => {
        const attempt = (): (() => void) => {
          let write: () => T;
          try {
            write = task();
          } catch (error) {
            return () => reject(error);
          }
          const written = write();
          return () => resolve(written);
        };
        enqueue({ attempt, fail: reject });
      }),
  };
};
