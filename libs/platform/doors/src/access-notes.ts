import type { DENIALS, Role } from '@benkan/contracts';
import type { Principal } from '@benkan/security';

/** Somebody was sent away: by whom, for what, and which thing they named. Nothing of what they said. */
export type Denial = {
  /** Absent where nobody could tell who asked. */
  readonly principal?: Pick<Principal, 'issuer' | 'subject'>;
  readonly role?: Role;
  readonly name: string;
  /** The id of the thing named, where the request names one. */
  readonly resourceId?: string;
  readonly outcome: (typeof DENIALS)[number];
};

/** Hears of denials. Never throws, never waits: an answer does not depend on it. */
export type AccessNotes = { readonly denied: (denial: Denial) => void };
