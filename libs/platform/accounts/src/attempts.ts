import { randomUUID } from 'node:crypto';
import type { Shelf } from '@benkan/vault';
import type { Attempts } from './account';

/** Wrong passwords in a row before the first wait. */
export const FREE_FAILURES = 5;
export const FIRST_WAIT_MS = 60_000;
export const LONGEST_WAIT_MS = 60 * 60_000;
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

export type Lock = { readonly retryAfterSeconds: number };

export type LockOut = {
  /** Counts an attempt before it is made, so that no crash and no crowd makes one free; or says how long to wait. */
  readonly begin: (login: string) => Promise<Lock | undefined>;
  /** The attempt was right: what was counted is forgotten. */
  readonly succeeded: (login: string) => Promise<void>;
};

const waitAfter = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES));

const lockOf = (known: Attempts | undefined, instant: number): Lock | undefined => {
  const left = (known?.lockedUntil.getTime() ?? 0) - instant;
  return left > 0 ? { retryAfterSeconds: Math.ceil(Math.min(left, LONGEST_WAIT_MS) / 1_000) } : undefined;
};

const oneMore = (login: string, known: Attempts | undefined, now: Date): Attempts => {
  const failures = (known?.failures ?? 0) + 1;
  const lockedUntil = new Date(now.getTime() + waitAfter(failures));
  return { _id: login, version: randomUUID(), failures, lockedUntil, createdAt: now };
};

/** Growing waits after failures, on a shelf: they outlive a restart. */
export const lockOut = (shelf: Shelf<Attempts>, now: () => Date): LockOut => {
  const counted = async (login: string, known: Attempts | undefined): Promise<boolean> => {
    const next = oneMore(login, known, now());
    if (known !== undefined) return shelf.swap({ _id: login, version: known.version }, next);
    return (await shelf.keep(next)).version === next.version;
  };

  return {
    begin: async (login) => {
      await shelf.removeBefore(new Date(now().getTime() - FORGOTTEN_AFTER_MS));
      for (;;) {
        const known = await shelf.get(login);
        const lock = lockOf(known, now().getTime());
        if (lock !== undefined) return lock;
        if (await counted(login, known)) return undefined;
      }
    },
    succeeded: (login) => shelf.remove({ _id: login }),
  };
};
