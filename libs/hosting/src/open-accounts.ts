import {
  accountAdministration,
  localIssuer,
  scryptPasswords,
  type Account,
  type AccountAdministration,
  type Attempts,
  type LocalIssuer,
  type Session,
} from '@benkan/accounts';
import type { TokenVerifier } from '@benkan/security';
import { localTokens, rotateSigningKeys, signingKeysIn } from '@benkan/security-jose';
import type { Shelf, Stored, Vault } from '@benkan/vault';
import { openDatabase, type OpenDatabase } from '@benkan/vault-mongo';
import { databaseOf } from './addresses';

export type AccountsOptions = {
  /** MongoDB URL of the wrapped keys: accounts lie beside them. */
  readonly keysUrl: string;
  /** Sealed file of the signing keys, made at first. */
  readonly signingKeys: string;
  readonly digest: Vault['digest'];
  readonly now?: () => Date;
};

export type Accounts = {
  readonly administration: AccountAdministration;
  readonly local: LocalIssuer;
  readonly verifier: TokenVerifier;
  /** Replaces the signing key; answers its id. `compromised`: every token given before ends at once. */
  readonly rotateKey: (compromised: boolean) => string;
  readonly close: () => Promise<void>;
};

const ACCOUNTS = 'accounts';

const databaseAt = (keysUrl: string): Promise<OpenDatabase> =>
  openDatabase(databaseOf(keysUrl, 'benkan-accounts'));

/** The accounts as they lie, sealed: for who copies them without opening any. Throws `VaultUnavailable`. */
export const accountsShelf = async (
  keysUrl: string,
): Promise<{ readonly shelf: Shelf<Stored>; readonly close: () => Promise<void> }> => {
  const { shelf, close } = await databaseAt(keysUrl);
  return { shelf: shelf<Stored>(ACCOUNTS), close };
};

const ISSUER = 'urn:benkan:local';
const AUDIENCE = 'benkan';

/** Accounts and the issuer of a laptop, over the keys' store. Throws `VaultUnavailable`, `SealedFileRefused`. */
export const openAccounts = async (options: AccountsOptions): Promise<Accounts> => {
  const { keysUrl, signingKeys, digest, now = () => new Date() } = options;
  const sealed = {
    file: signingKeys,
    secret: Buffer.from(digest('account-secret', 'signing-keys'), 'hex'),
    now,
  };
  const tokens = localTokens({ issuer: ISSUER, audience: AUDIENCE, keys: signingKeysIn(sealed), now });
  const { shelf, close } = await databaseAt(keysUrl);
  const shelves = {
    accounts: shelf<Account>(ACCOUNTS),
    attempts: shelf<Attempts>('attempts'),
    sessions: shelf<Session>('sessions'),
  };
  const held = { shelves, digest, passwords: scryptPasswords(), now };
  return {
    administration: accountAdministration(held),
    local: localIssuer({ ...held, tokens, issuer: ISSUER }),
    verifier: tokens,
    rotateKey: (compromised) => rotateSigningKeys(sealed, compromised),
    close,
  };
};
