import type { Grant } from '@benkan/security';
import type { Sealed, Shelf, Stored } from '@benkan/vault';

/** What is kept of a password: enough to check one, whatever the parameters of today. */
export type PasswordHash = {
  readonly kdf: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  /** Base64, 16 bytes, of this account alone. */
  readonly salt: string;
  /** Base64, 32 bytes. */
  readonly hash: string;
};

/** An account, by the keyed digest of its login. */
export type Account = Stored & {
  /** Changes with every write: what was read is what is replaced. */
  readonly version: string;
  /** Opaque: the `sub` of its tokens. */
  readonly subject: string;
  /** Personal data. */
  readonly login: Sealed;
  readonly password: PasswordHash;
  /** Until when a password given by an operator opens the way to choosing one; absent once it was chosen. */
  readonly oneTimeUntil?: Date;
  readonly disabled: boolean;
  readonly roles: readonly Grant[];
  /** Sessions begun under another epoch are over. */
  readonly epoch: string;
  readonly createdAt: Date;
};

/** Failures of a login since it last succeeded, whether such an account exists or not. */
export type Attempts = Stored & {
  readonly version: string;
  readonly failures: number;
  readonly lockedUntil: Date;
  /** Of the newest failure. */
  readonly createdAt: Date;
};

/** What one sign-in began; its refresh token changes at each use. */
export type Session = Stored & {
  readonly account: string;
  readonly epoch: string;
  /** SHA-256 of the refresh token that is good now. */
  readonly current: string;
  readonly idleUntil: Date;
  readonly createdAt: Date;
};

export type AccountShelves = {
  readonly accounts: Shelf<Account>;
  readonly attempts: Shelf<Attempts>;
  readonly sessions: Shelf<Session>;
};
