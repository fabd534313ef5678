import { randomUUID } from 'node:crypto';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose' with { 'resolution-mode': 'import' };
import type { IssuedToken, Principal, TokenIssuer, TokenVerifier } from '@benkan/security';
import { jose } from './checked';
import { mustBeIssuable } from './jose-tokens';
import { jwksVerifier } from './jwks-verifier';
import type { SigningKeys } from './signing-keys';

export type LocalTokenOptions = {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: SigningKeys;
  readonly now?: () => Date;
};

const ALGORITHM = 'EdDSA';
const TYPE = 'at+jwt';

/**
 * Issues tokens of the local issuer, and verifies them by its key set as those of any other issuer. When the keys
 * change, what was verified before is verified anew.
 */
export const localTokens = (options: LocalTokenOptions): TokenIssuer & TokenVerifier => {
  const { issuer, audience, keys, now = () => new Date() } = options;
  const published = async (): Promise<JWTVerifyGetKey> => {
    const { createLocalJWKSet } = await jose();
    return createLocalJWKSet(keys.jwks() as JSONWebKeySet);
  };
  const fresh = (): TokenVerifier =>
    jwksVerifier({ issuer, audience, algorithms: [ALGORITHM], typ: TYPE, keys: published, now });
  let held = { generation: keys.generation(), verifier: fresh() };

  const verifier = (): TokenVerifier => {
    const generation = keys.generation();
    if (generation !== held.generation) held = { generation, verifier: fresh() };
    return held.verifier;
  };

  const issue = async (principal: Principal, ttlSeconds: number): Promise<IssuedToken> => {
    mustBeIssuable(principal, issuer, ttlSeconds);
    const { SignJWT } = await jose();
    const { kid, privateKey } = keys.current();
    const issuedAt = Math.floor(now().getTime() / 1_000);
    const expires = issuedAt + Math.floor(ttlSeconds);
    const token = await new SignJWT({ roles: principal.roles })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(principal.subject)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expires)
      .setJti(randomUUID())
      .sign(privateKey);
    return { token, expiresAt: new Date(expires * 1_000) };
  };

  return { issue, verify: (token) => verifier().verify(token) };
};
