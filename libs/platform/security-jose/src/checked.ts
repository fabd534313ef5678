import type * as Jose from 'jose' with { 'resolution-mode': 'import' };
import type { JWTPayload, JWTVerifyOptions } from 'jose' with { 'resolution-mode': 'import' };
import {
  CLOCK_TOLERANCE_SECONDS,
  IssuerUnavailable,
  MAX_TOKEN_SECONDS,
  tokenGrants,
  verifiedOnce,
  type TokenRefused,
  type TokenVerifier,
  type Verified,
} from '@benkan/security';

/** Published as an ES module only: loaded at the first use. */
export const jose = (): Promise<typeof Jose> => import('jose');

const MAX_TOKEN_LENGTH = 8 * 1024;

const INVALID: TokenRefused = { refused: 'invalid' };

/** What every token is held to, whoever issued it. */
export const strict = (
  issuer: string,
  audience: string,
  algorithms: readonly string[],
): JWTVerifyOptions & { readonly issuer: string } => ({
  issuer,
  audience,
  algorithms: [...algorithms],
  requiredClaims: ['iss', 'aud', 'sub', 'iat', 'exp'],
  maxTokenAge: MAX_TOKEN_SECONDS,
  clockTolerance: CLOCK_TOLERANCE_SECONDS,
});

const livesTooLong = ({ exp = Infinity, iat = 0 }: JWTPayload): boolean => exp - iat > MAX_TOKEN_SECONDS;

const verifiedIn = (issuer: string, payload: JWTPayload): Verified | TokenRefused => {
  const roles = tokenGrants(payload['roles']);
  if (roles === undefined || !payload.sub || livesTooLong(payload)) return INVALID;
  return { principal: { issuer, subject: payload.sub, roles }, until: (payload.exp ?? 0) * 1_000 };
};

const AT_FAULT = /^ERR_(JWT|JWS|JWKS_(NO_MATCHING_KEY|MULTIPLE)|JOSE_(ALG_NOT_ALLOWED|NOT_SUPPORTED))/;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const refusal = (error: unknown): TokenRefused => {
  const code = codeOf(error);
  if (code === 'ERR_JWT_EXPIRED') return { refused: 'expired' };
  if (AT_FAULT.test(code)) return INVALID;
  throw error instanceof IssuerUnavailable
    ? error
    : new IssuerUnavailable('no keys to verify with', { cause: error });
};

export type Rules = {
  readonly issuer: string;
  readonly now: () => Date;
  /** What jose says of a token at that instant. */
  readonly verify: (token: string, currentDate: Date) => Promise<{ readonly payload: JWTPayload }>;
};

/** Turns what jose says of a token into a principal or a refusal; of a good token it is asked once. */
export const checked = ({ issuer, now, verify }: Rules): TokenVerifier => {
  const ask = async (token: string): Promise<Verified | TokenRefused> => {
    try {
      return verifiedIn(issuer, (await verify(token, now())).payload);
    } catch (error) {
      return refusal(error);
    }
  };
  const once = verifiedOnce(ask, now);
  return {
    verify: async (token) => (token.length > MAX_TOKEN_LENGTH ? INVALID : once.verify(token)),
  };
};
