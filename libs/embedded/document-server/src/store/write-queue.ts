import { messageOf } from '../error-code';
import { ServerFault } from '../faults';

interface Job {
  readonly run: () => void;
  readonly settle: () => void;
  readonly fail: (error: unknown) => void;
}

/** Runs an action in one transaction that is on the disk when it returns, or leaves no trace. */
export type Commit = (action: () => void) => void;

export interface WriteQueue {
  write<T>(action: () => T): Promise<T>;
  idle(): Promise<void>;
}

const asFault = (error: unknown): unknown =>
  /no space left|MDB_MAP_FULL|ENOSPC|EDQUOT/i.test(messageOf(error))
    ? new ServerFault(14031, 'the disk is full')
    : error;

/**
 * Group commit: what arrives while one flush runs shares the next one. An action that throws ServerFault has
 * written nothing and leaves its neighbours alone; after any other error the group is undone and each action
 * runs again by itself, so that only the culprit fails.
 */
export const writeQueue = (commit: Commit): WriteQueue => {
  let waiting: Job[] = [];
  let scheduled: Promise<void> | undefined;

  const alone = (job: Job): void => {
    try {
      commit(job.run);
      job.settle();
    } catch (error) {
      job.fail(asFault(error));
    }
  };

  const drain = (): void => {
    const jobs = waiting;
    waiting = [];
    scheduled = undefined;
    try {
      commit(() => jobs.forEach((job) => job.run()));
    } catch {
      jobs.forEach(alone);
      return;
    }
    jobs.forEach((job) => job.settle());
  };

  const schedule = (): Promise<void> =>
    new Promise((resolve) => {
      setImmediate(() => {
        drain();
        resolve();
      });
    });

  const write = <T>(action: () => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      let settle = (): void => undefined;
      const run = (): void => {
        try {
          const value = action();
          settle = () => resolve(value);
        } catch (error) {
          if (!(error instanceof ServerFault)) throw error;
          settle = () => reject(error);
        }
      };
      waiting.push({ run, settle: () => settle(), fail: reject });
      scheduled ??= schedule();
    });

  const idle = async (): Promise<void> => {
    while (scheduled !== undefined) await scheduled;
  };

  return { write, idle };
};
