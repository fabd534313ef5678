import { createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import {
  MAX_TOKEN_SECONDS,
  type IssuedToken,
  type Principal,
  type TokenIssuer,
  type TokenVerifier,
} from '@benkan/security';
import { checked, jose, strict } from './checked';

const ALGORITHM = 'EdDSA';
const TYPE = 'at+jwt';

export type JoseVerifierOptions = {
  readonly issuer: string;
  readonly audience: string;
  /** Ed25519. */
  readonly publicKey: KeyObject;
  readonly now?: () => Date;
};

export type JoseTokenOptions = Omit<JoseVerifierOptions, 'publicKey'> & {
  /** Ed25519; a fresh one for the life of the process when absent. */
  readonly privateKey?: KeyObject;
};

const mustBeEd25519 = (key: KeyObject): KeyObject => {
  if (key.asymmetricKeyType !== 'ed25519') throw new RangeError('tokens are signed with an Ed25519 key');
  return key;
};

/** Verifies the tokens of a `joseTokens` elsewhere. */
export const joseVerifier = (options: JoseVerifierOptions): TokenVerifier => {
  const { issuer, audience, now = () => new Date() } = options;
  const publicKey = mustBeEd25519(options.publicKey);
  const rules = { ...strict(issuer, audience, [ALGORITHM]), typ: TYPE };
  return checked({
    issuer,
    now,
    verify: async (token, currentDate) => {
      const { jwtVerify } = await jose();
      return jwtVerify(token, publicKey, { ...rules, currentDate });
    },
  });
};

/** Throws `RangeError` for a principal of another issuer, or a life that is too long. */
export const mustBeIssuable = ({ issuer }: Principal, own: string, ttlSeconds: number): void => {
  if (issuer !== own) throw new RangeError('a principal of another issuer gets no token here');
  if (!(ttlSeconds >= 1 && ttlSeconds <= MAX_TOKEN_SECONDS))
    throw new RangeError('a token lives 1 s to 15 min');
};

/** Issues and verifies the platform's own tokens: EdDSA (Ed25519) JWTs of type `at+jwt`. */
export const joseTokens = (options: JoseTokenOptions): TokenIssuer & TokenVerifier => {
  const { issuer, audience, now = () => new Date() } = options;
  const privateKey = mustBeEd25519(options.privateKey ?? generateKeyPairSync('ed25519').privateKey);
  const publicKey = createPublicKey(privateKey);

  const issue = async (principal: Principal, ttlSeconds: number): Promise<IssuedToken> => {
    mustBeIssuable(principal, issuer, ttlSeconds);
    const { SignJWT } = await jose();
    const issuedAt = Math.floor(now().getTime() / 1000);
    const expires = issuedAt + Math.floor(ttlSeconds);
    const token = await new SignJWT({ roles: principal.roles })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(principal.subject)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expires)
      .setJti(randomUUID())
      .sign(privateKey);
    return { token, expiresAt: new Date(expires * 1000) };
  };

  return { issue, ...joseVerifier({ issuer, audience, publicKey, now }) };
};
