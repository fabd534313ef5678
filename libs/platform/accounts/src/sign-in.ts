import { randomUUID } from 'node:crypto';
import { MAX_TOKEN_SECONDS, type IssuedToken, type TokenIssuer } from '@benkan/security';
import type { Account, PasswordHash } from './account';
import type { AdministrationOptions } from './administration';
import { lockOut } from './attempts';
import { directory } from './directory';
import { normalisedLogin } from './login';
import { weaknessOf, type WeakPassword } from './password-rules';
import { sessions, type Refresh } from './sessions';

export type SignedIn = { readonly kind: 'signed-in' } & IssuedToken & Refresh;

/** Unknown login, wrong password, disabled account, one-time password out of date: told apart by nobody outside. */
export type SignInRefused = { readonly kind: 'refused' };
export type SignInLocked = { readonly kind: 'locked'; readonly retryAfterSeconds: number };
export type MustChoose = { readonly kind: 'password-change-required' };
export type SessionOver = { readonly kind: 'over' };
export type PasswordChanged = { readonly kind: 'changed' };
export type PasswordTooWeak = { readonly kind: 'weak'; readonly because: WeakPassword };

/** The local issuer of tokens, for laptops without network. Throws `TooBusy`, and `VaultUnavailable` of its stores. */
export type LocalIssuer = {
  readonly signIn: (
    login: string,
    password: string,
  ) => Promise<SignedIn | SignInRefused | SignInLocked | MustChoose>;
  /** A new access token with the roles of now; the refresh token presented is spent. */
  readonly refresh: (refreshToken: string) => Promise<SignedIn | SessionOver>;
  /** Ends the session of a refresh token; of an unknown one, nothing. */
  readonly revoke: (refreshToken: string) => Promise<void>;
  /** Changes one's own password, the one-time one included; every session ends. */
  readonly changePassword: (
    login: string,
    password: string,
    chosen: string,
  ) => Promise<PasswordChanged | PasswordTooWeak | SignInRefused | SignInLocked>;
};

export type LocalIssuerOptions = AdministrationOptions & {
  readonly tokens: TokenIssuer;
  /** The `iss` of its tokens. */
  readonly issuer: string;
};

const REFUSED: SignInRefused = { kind: 'refused' };
const OVER: SessionOver = { kind: 'over' };

type Proven = { readonly kind: 'proven'; readonly account: Account };

export const localIssuer = (options: LocalIssuerOptions): LocalIssuer => {
  const { shelves, passwords, now, tokens, issuer } = options;
  const known = directory(options);
  const locks = lockOut(shelves.attempts, now);
  const held = sessions(shelves.sessions, now);

  const maySignIn = ({ disabled, oneTimeUntil }: Account): boolean =>
    !disabled && (oneTimeUntil === undefined || oneTimeUntil > now());

  /** The account whose password this is; one way for every use of a password. */
  const proven = async (login: string, password: string): Promise<Proven | SignInRefused | SignInLocked> => {
    const key = known.keyOf(login);
    const lock = key === undefined ? undefined : await locks.begin(key);
    if (lock !== undefined) return { kind: 'locked', ...lock };
    const account = key === undefined ? undefined : await known.get(key);
    const fits = await passwords.fits(password, account?.password);
    if (!fits || account === undefined || !maySignIn(account)) return REFUSED;
    await locks.succeeded(account._id);
    return { kind: 'proven', account };
  };

  const signedIn = async ({ subject, roles }: Account, refresh: Refresh): Promise<SignedIn> => {
    const issued = await tokens.issue({ issuer, subject, roles }, MAX_TOKEN_SECONDS);
    return { kind: 'signed-in', ...issued, ...refresh };
  };

  /** The same password under another hash, unless somebody changed it meanwhile. */
  const replaced = (account: Account, password: PasswordHash, epoch: string) =>
    known.change(account._id, (read) => {
      if (read.password.hash !== account.password.hash || !maySignIn(read)) return undefined;
      const { oneTimeUntil: _, ...rest } = read;
      return { ...rest, password, epoch };
    });

  const upToDate = async (account: Account, password: string): Promise<Account> =>
    passwords.isDated(account.password)
      ? ((await replaced(account, await passwords.hash(password), account.epoch)) ?? account)
      : account;

  return {
    signIn: async (login, password) => {
      const outcome = await proven(login, password);
      if (outcome.kind !== 'proven') return outcome;
      if (outcome.account.oneTimeUntil !== undefined) return { kind: 'password-change-required' };
      const account = await upToDate(outcome.account, password);
      return signedIn(account, await held.begin(account));
    },
    refresh: async (refreshToken) => {
      const outcome = await held.refresh(refreshToken);
      if (outcome.kind !== 'refreshed') return OVER;
      const account = await known.get(outcome.account);
      if (account !== undefined && account.epoch === outcome.epoch && maySignIn(account)) {
        const { refreshToken: next, refreshExpiresAt } = outcome;
        return signedIn(account, { refreshToken: next, refreshExpiresAt });
      }
      await held.end(outcome.refreshToken);
      return OVER;
    },
    revoke: (refreshToken) => held.end(refreshToken),
    changePassword: async (login, password, chosen) => {
      const outcome = await proven(login, password);
      if (outcome.kind !== 'proven') return outcome;
      const because = weaknessOf(chosen, normalisedLogin(login) ?? login, password);
      if (because !== undefined) return { kind: 'weak', because };
      const { account } = outcome;
      const changed = await replaced(account, await passwords.hash(chosen), randomUUID());
      if (changed === undefined) return REFUSED;
      await held.endAll(account._id);
      return { kind: 'changed' };
    },
  };
};
