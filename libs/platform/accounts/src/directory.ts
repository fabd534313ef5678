import { randomUUID } from 'node:crypto';
import { keyFrom, place, seal, unseal, type Vault } from '@benkan/vault';
import type { Account, AccountShelves } from './account';
import { normalisedLogin } from './login';

export type Digest = Vault['digest'];

export type DirectoryOptions = {
  readonly shelves: Pick<AccountShelves, 'accounts'>;
  readonly digest: Digest;
};

/** Accounts found by login, though no login is kept in the clear. */
export type Directory = {
  /** The keyed digest a login is known by; undefined when it is not a login. */
  readonly keyOf: (login: string) => string | undefined;
  readonly get: (key: string) => Promise<Account | undefined>;
  /** False when the login is taken. */
  readonly keep: (login: string, account: Omit<Account, '_id' | 'version' | 'login'>) => Promise<boolean>;
  /** Decides again when somebody wrote meanwhile; undefined from `decide`, or no account, changes nothing. */
  readonly change: (
    key: string,
    decide: (account: Account) => Account | undefined,
  ) => Promise<Account | undefined>;
  readonly all: () => Promise<readonly Account[]>;
  /** Throws when the record was altered. */
  readonly loginOf: (account: Account) => string;
  readonly remove: (account: Account) => Promise<void>;
};

const whereOf = (key: string): Uint8Array => place('account', key);

export const directory = ({ shelves: { accounts }, digest }: DirectoryOptions): Directory => {
  const secret = keyFrom(Buffer.from(digest('account-secret', 'login'), 'hex'));

  const keyOf = (typed: string): string | undefined => {
    const login = normalisedLogin(typed);
    return login === undefined ? undefined : digest('account-login', login);
  };

  return {
    keyOf,
    get: (key) => accounts.get(key),
    keep: async (typed, fields) => {
      const [login, _id] = [normalisedLogin(typed), keyOf(typed)];
      if (login === undefined || _id === undefined) return false;
      const sealed = seal(secret, whereOf(_id), Buffer.from(login));
      const account = { ...fields, _id, login: sealed, version: randomUUID() };
      return (await accounts.keep(account)).version === account.version;
    },
    change: async (key, decide) => {
      for (;;) {
        const known = await accounts.get(key);
        const decided = known && decide(known);
        if (known === undefined || decided === undefined) return undefined;
        const next = { ...decided, version: randomUUID() };
        if (await accounts.swap({ _id: key, version: known.version }, next)) return next;
      }
    },
    all: async () => {
      const found: Account[] = [];
      for await (const account of accounts.scan({})) found.push(account);
      return found;
    },
    loginOf: ({ _id, login }) => unseal(secret, whereOf(_id), login).toString(),
    remove: ({ _id }) => accounts.remove({ _id }),
  };
};
