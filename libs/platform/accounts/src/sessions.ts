import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Shelf } from '@benkan/vault';
import type { Account, Session } from './account';

/** A session nobody uses for so long is over. */
export const IDLE_MS = 12 * 60 * 60_000;
/** However much it is used. */
export const LONGEST_MS = 7 * 24 * 60 * 60_000;

export type Refresh = { readonly refreshToken: string; readonly refreshExpiresAt: Date };

export type Refreshed =
  | ({ readonly kind: 'refreshed'; readonly account: string; readonly epoch: string } & Refresh)
  /** A token that had served already came back: somebody copied it, and the session is over for both. */
  | { readonly kind: 'reused' }
  | { readonly kind: 'over' };

export type Sessions = {
  readonly begin: (account: Account) => Promise<Refresh>;
  /** Gives a new token for the one presented, which is then worth nothing. */
  readonly refresh: (token: string) => Promise<Refreshed>;
  readonly end: (token: string) => Promise<void>;
  readonly endAll: (account: string) => Promise<void>;
};

const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;
const SECRET_BYTES = 32;

const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64');
const idOf = (token: string): string | undefined => TOKEN.exec(token)?.[1];
const fresh = (id: string): string => `${id}.${randomBytes(SECRET_BYTES).toString('base64url')}`;

const endOf = ({ createdAt, idleUntil }: Session): Date =>
  new Date(Math.min(idleUntil.getTime(), createdAt.getTime() + LONGEST_MS));

/** Sessions whose refresh token turns at each use; only its digest is kept. */
export const sessions = (shelf: Shelf<Session>, now: () => Date): Sessions => {
  const given = (session: Session, refreshToken: string): Refresh => ({
    refreshToken,
    refreshExpiresAt: endOf(session),
  });
  const idleUntil = (): Date => new Date(now().getTime() + IDLE_MS);

  const turned = async (session: Session): Promise<Refreshed> => {
    const token = fresh(session._id);
    const next = { ...session, current: digestOf(token), idleUntil: idleUntil() };
    // of two who present the same token at once, one comes second
    if (!(await shelf.swap({ _id: session._id, current: session.current }, next))) return reused(session._id);
    return { kind: 'refreshed', account: session.account, epoch: session.epoch, ...given(next, token) };
  };

  const reused = async (id: string): Promise<Refreshed> => {
    await shelf.remove({ _id: id });
    return { kind: 'reused' };
  };

  return {
    begin: async ({ _id: account, epoch }) => {
      await shelf.removeBefore(new Date(now().getTime() - LONGEST_MS));
      const token = fresh(randomUUID());
      const session = {
        _id: idOf(token) ?? '',
        ...{ account, epoch, current: digestOf(token) },
        ...{ idleUntil: idleUntil(), createdAt: now() },
      };
      await shelf.put(session);
      return given(session, token);
    },
    refresh: async (token) => {
      const session = await shelf.get(idOf(token) ?? '');
      if (session === undefined) return { kind: 'over' };
      if (session.current !== digestOf(token)) return reused(session._id);
      return endOf(session) > now() ? turned(session) : { kind: 'over' };
    },
    end: async (token) => {
      const id = idOf(token);
      if (id !== undefined) await shelf.remove({ _id: id });
    },
    endAll: (account) => shelf.remove({ account }),
  };
};
