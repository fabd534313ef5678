import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Principal } from './principal';
import type { TokenRefused, TokenVerifier } from './tokens';

/** What a token says, and the instant its life ends, epoch milliseconds. */
export type Verified = { readonly principal: Principal; readonly until: number };

type Remembered = Verified & { readonly from: number };

const MOST = 10_000;

const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64');

/**
 * Verifies each token once: what was found good counts from then until its life ends, and is known by its digest
 * alone. The `most` tokens last seen are remembered; a refusal is not.
 */
export const verifiedOnce = (
  verify: (token: string) => Promise<Verified | TokenRefused>,
  now: () => Date,
  most = MOST,
): TokenVerifier => {
  const known = new LRUCache<string, Remembered>({ max: most });

  const verifyNow = async (token: string, digest: string): Promise<Principal | TokenRefused> => {
    const from = now().getTime();
    const outcome = await verify(token);
    if ('refused' in outcome) return outcome;
    known.set(digest, { ...outcome, from });
    return outcome.principal;
  };

  return {
    verify: async (token) => {
      const digest = digestOf(token);
      const found = known.get(digest);
      const instant = now().getTime();
      // a clock that was set back decides anew
      if (found !== undefined && found.from <= instant && instant < found.until) return found.principal;
      return verifyNow(token, digest);
    },
  };
};
