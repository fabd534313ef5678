import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordHash } from './account';
import { normalisedPassword } from './password-rules';

/** Too many sign-ins at once: nothing was tried, try again in a moment. */
export class TooBusy extends Error {
  readonly code = 'overloaded';
}

export type Cost = Pick<PasswordHash, 'N' | 'r' | 'p'>;

export type Passwords = {
  readonly hash: (password: string) => Promise<PasswordHash>;
  /** Takes as long for no account at all as for one. */
  readonly fits: (password: string, hash: PasswordHash | undefined) => Promise<boolean>;
  /** Whether a hash was made more cheaply than one would be today. */
  readonly isDated: (hash: PasswordHash) => boolean;
};

/** 32 MiB, three times: a guess costs what a laptop can afford for a sign-in. */
export const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };

const [SALT_BYTES, HASH_BYTES] = [16, 32];
const MOST_WAITING = 16;

const stretched = (password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const text = normalisedPassword(password);
    scrypt(text, salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });

/** One at a time, a few waiting: sign-ins never take the machine from the rest. */
const oneAtATime = (most: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let [last, waiting]: [Promise<unknown>, number] = [Promise.resolve(), 0];
  return async (work) => {
    if (waiting >= most) throw new TooBusy('too many sign-ins at once');
    waiting += 1;
    const mine = last.then(work).finally(() => (waiting -= 1));
    last = mine.catch(() => undefined);
    return mine;
  };
};

/** Passwords by scrypt, each with a salt of its own. */
export const scryptPasswords = (cost: Cost = COST, mostWaiting: number = MOST_WAITING): Passwords => {
  const inTurn = oneAtATime(mostWaiting);
  const made = (key: Buffer, salt: Buffer): PasswordHash => ({
    kdf: 'scrypt',
    ...cost,
    salt: salt.toString('base64'),
    hash: key.toString('base64'),
  });
  const nobody = made(randomBytes(HASH_BYTES), randomBytes(SALT_BYTES));

  return {
    hash: async (password) => {
      const salt = randomBytes(SALT_BYTES);
      return made(await inTurn(() => stretched(password, salt, cost)), salt);
    },
    fits: async (password, hash) => {
      const against = hash ?? nobody;
      const key = await inTurn(() => stretched(password, Buffer.from(against.salt, 'base64'), against));
      const same = timingSafeEqual(key, Buffer.from(against.hash, 'base64'));
      return same && hash !== undefined;
    },
    isDated: ({ N, r, p }) => N * r * p < cost.N * cost.r * cost.p,
  };
};
