import { randomUUID } from 'node:crypto';
import type { Grant } from '@benkan/security';
import type { Account, AccountShelves } from './account';
import { directory, type Digest } from './directory';
import { oneTimePassword } from './password-rules';
import type { Passwords } from './passwords';

/** A password an operator gave is worth nothing after so long. */
export const ONE_TIME_MS = 7 * 24 * 60 * 60_000;
/** More would not fit in a token. */
export const MOST_GRANTS = 20;

export type AccountLine = {
  readonly login: string;
  readonly subject: string;
  readonly disabled: boolean;
  readonly mustChoosePassword: boolean;
  readonly lockedUntil: Date | undefined;
  readonly roles: readonly Grant[];
};

export type AccountRefused = {
  readonly refused: 'login-malformed' | 'login-taken' | 'unknown-account' | 'too-many-grants';
};
export type OneTime = { readonly oneTimePassword: string };
export type Done = { readonly done: true };

/** What an operator does with accounts. Nothing here ever shows a password twice. */
export type AccountAdministration = {
  readonly add: (login: string, roles: readonly Grant[]) => Promise<OneTime | AccountRefused>;
  readonly list: () => Promise<readonly AccountLine[]>;
  /** Sessions end at once; an access token given before lives for its 15 minutes at most. */
  readonly disable: (login: string) => Promise<Done | AccountRefused>;
  readonly enable: (login: string) => Promise<Done | AccountRefused>;
  /** A new one-time password; sessions and locks end. */
  readonly reset: (login: string) => Promise<OneTime | AccountRefused>;
  readonly unlock: (login: string) => Promise<Done | AccountRefused>;
  readonly grant: (login: string, grant: Grant) => Promise<Done | AccountRefused>;
  readonly revoke: (login: string, grant: Grant) => Promise<Done | AccountRefused>;
  /** Forgets the account. */
  readonly remove: (login: string) => Promise<Done | AccountRefused>;
};

export type AdministrationOptions = {
  readonly shelves: AccountShelves;
  /** Keyed, of a vault: the same for as long as the vault lives. */
  readonly digest: Digest;
  readonly passwords: Passwords;
  readonly now: () => Date;
};

const DONE: Done = { done: true };
const UNKNOWN: AccountRefused = { refused: 'unknown-account' };

const isSame = (one: Grant, other: Grant): boolean =>
  one.role === other.role && one.territory === other.territory;
const without = (roles: readonly Grant[], grant: Grant): readonly Grant[] =>
  roles.filter((each) => !isSame(each, grant));

export const accountAdministration = (options: AdministrationOptions): AccountAdministration => {
  const { shelves, passwords, now } = options;
  const known = directory(options);

  const freshPassword = async () => {
    const password = oneTimePassword();
    const oneTimeUntil = new Date(now().getTime() + ONE_TIME_MS);
    return { password, fields: { password: await passwords.hash(password), oneTimeUntil } };
  };

  const change = async (
    login: string,
    decide: (account: Account) => Account | undefined,
  ): Promise<Account | AccountRefused> => {
    const key = known.keyOf(login);
    return (key === undefined ? undefined : await known.change(key, decide)) ?? UNKNOWN;
  };

  const over = async (account: Account): Promise<void> => {
    await shelves.sessions.remove({ account: account._id });
    await shelves.attempts.remove({ _id: account._id });
  };

  const ending = async (outcome: Account | AccountRefused): Promise<Done | AccountRefused> => {
    if ('refused' in outcome) return outcome;
    await over(outcome);
    return DONE;
  };

  return {
    add: async (login, roles) => {
      if (known.keyOf(login) === undefined) return { refused: 'login-malformed' };
      if (roles.length > MOST_GRANTS) return { refused: 'too-many-grants' };
      const { password, fields } = await freshPassword();
      const opaque = { subject: randomUUID(), epoch: randomUUID() };
      const added = await known.keep(login, {
        ...fields,
        ...opaque,
        ...{ disabled: false, roles, createdAt: now() },
      });
      return added ? { oneTimePassword: password } : { refused: 'login-taken' };
    },
    list: async () => {
      const all = await known.all();
      const attempts = await shelves.attempts.getMany(all.map(({ _id }) => _id));
      const locks = new Map(attempts.map(({ _id, lockedUntil }) => [_id, lockedUntil]));
      const lockOf = (id: string): Date | undefined => {
        const until = locks.get(id);
        return until !== undefined && until > now() ? until : undefined;
      };
      return all.map((account) => ({
        login: known.loginOf(account),
        ...{ subject: account.subject, disabled: account.disabled, roles: account.roles },
        mustChoosePassword: account.oneTimeUntil !== undefined,
        lockedUntil: lockOf(account._id),
      }));
    },
    disable: async (login) =>
      ending(await change(login, (account) => ({ ...account, disabled: true, epoch: randomUUID() }))),
    enable: async (login) => ending(await change(login, (account) => ({ ...account, disabled: false }))),
    reset: async (login) => {
      const { password, fields } = await freshPassword();
      const epoch = randomUUID();
      const outcome = await ending(await change(login, (account) => ({ ...account, ...fields, epoch })));
      return 'refused' in outcome ? outcome : { oneTimePassword: password };
    },
    unlock: async (login) => {
      const account = await change(login, (one) => one);
      if ('refused' in account) return account;
      await shelves.attempts.remove({ _id: account._id });
      return DONE;
    },
    grant: async (login, grant) => {
      let full = false;
      const outcome = await change(login, (account) => {
        const roles = [...without(account.roles, grant), grant];
        full = roles.length > MOST_GRANTS;
        return full ? undefined : { ...account, roles };
      });
      if (full) return { refused: 'too-many-grants' };
      return 'refused' in outcome ? outcome : DONE;
    },
    revoke: async (login, grant) => {
      const outcome = await change(login, (account) => ({
        ...account,
        roles: without(account.roles, grant),
      }));
      return 'refused' in outcome ? outcome : DONE;
    },
    remove: async (login) => {
      const account = await change(login, (one) => ({ ...one, disabled: true, epoch: randomUUID() }));
      if ('refused' in account) return account;
      await over(account);
      await known.remove(account);
      return DONE;
    },
  };
};
