import type { JWTVerifyGetKey } from 'jose' with { 'resolution-mode': 'import' };
import { IssuerUnavailable, type TokenVerifier } from '@benkan/security';
import { jose } from './checked';
import { jwksVerifier } from './jwks-verifier';

export type OidcOptions = {
  /** The `iss` of its tokens, and where its configuration is found. */
  readonly issuer: string;
  readonly audience: string;
  /** Where its keys are; discovered at `<issuer>/.well-known/openid-configuration` when absent. */
  readonly jwksUrl?: string;
  /** The `typ` its access tokens carry, when it sets one. */
  readonly typ?: string;
  readonly now?: () => Date;
};

const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'];
const TIMEOUT_MS = 5_000;
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Keys travel over TLS, or stay on this machine. */
const safeUrl = (text: string): URL => {
  const url = new URL(text);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname))) return url;
  throw new RangeError(`keys are fetched over https only, not from ${url.origin}`);
};

type Configuration = { readonly issuer?: unknown; readonly jwks_uri?: unknown };

const discover = async (issuer: string): Promise<URL> => {
  const url = safeUrl(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new IssuerUnavailable(`the issuer's configuration answers ${response.status}`);
  const { issuer: named, jwks_uri: keys } = (await response.json()) as Configuration;
  if (named !== issuer || typeof keys !== 'string') {
    throw new IssuerUnavailable('the configuration found is not that of the issuer');
  }
  return safeUrl(keys);
};

const keysAt = async (url: URL): Promise<JWTVerifyGetKey> => {
  const { createRemoteJWKSet } = await jose();
  return createRemoteJWKSet(url, { timeoutDuration: TIMEOUT_MS });
};

/** Looked for at the first token, and again after a failure. */
const onceFound = <T>(look: () => Promise<T>): (() => Promise<T>) => {
  let found: Promise<T> | undefined;
  const attempt = async (): Promise<T> => {
    try {
      return await look();
    } catch (error) {
      found = undefined;
      throw error;
    }
  };
  return () => (found ??= attempt());
};

/** Verifies the access tokens of an OpenID Connect issuer. Internal roles in them grant nothing. */
export const oidcVerifier = (options: OidcOptions): TokenVerifier => {
  const { issuer, audience, jwksUrl, typ, now = () => new Date() } = options;
  safeUrl(issuer);
  const pinned = jwksUrl === undefined ? undefined : safeUrl(jwksUrl);
  const keys = onceFound(async () => keysAt(pinned ?? (await discover(issuer))));
  return jwksVerifier({ issuer, audience, algorithms: ALGORITHMS, typ, keys, now });
};
