import type { Principal } from './principal';

export type TokenRefused = { readonly refused: 'expired' | 'invalid' };

/** Reads a bearer token. Throws `IssuerUnavailable` when the issuer's keys cannot be had. */
export interface TokenVerifier {
  verify(token: string): Promise<Principal | TokenRefused>;
}

export type IssuedToken = { readonly token: string; readonly expiresAt: Date };

/** Gives a token to a principal of its own issuer, for at most `MAX_TOKEN_SECONDS`. Throws `RangeError` beyond. */
export interface TokenIssuer {
  issue(principal: Principal, ttlSeconds: number): Promise<IssuedToken>;
}

export class IssuerUnavailable extends Error {
  readonly code = 'unavailable';
}

export const MAX_TOKEN_SECONDS = 15 * 60;

/** Clocks may differ by this much. */
export const CLOCK_TOLERANCE_SECONDS = 60;

export const isRefused = (outcome: Principal | TokenRefused): outcome is TokenRefused => 'refused' in outcome;
