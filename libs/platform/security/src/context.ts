import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { principalFrom, type Principal } from './principal';

/** Tells another service who asks, in a form only the holders of the key can make. */
export interface ContextSigner {
  /**
   * A compact text, good for `ttlMs` milliseconds and up to a second more: within the second the same principal is
   * given the same text. Throws `RangeError` unless 0 < ttlMs <= `MAX_CONTEXT_MS`.
   */
  sign(principal: Principal, ttlMs: number): string;
  /** The principal; undefined when the text is forged, altered, malformed or too old. */
  verify(context: string): Principal | undefined;
}

export type ContextKeys = {
  /** 32 bytes or more, shared by the services. */
  readonly key: Uint8Array;
  /** Keys that still verify while the services take over a new one. */
  readonly older?: readonly Uint8Array[];
  readonly now?: () => number;
};

export const MAX_CONTEXT_MS = 10 * 60 * 1000;

const VERSION = 'c1';
const MAX_LENGTH = 8 * 1024;
const MIN_KEY_BYTES = 32;
const SECOND = 1_000;
/** Contexts a service remembers to have verified. */
const MOST = 1_000;

const secret = (bytes: Uint8Array): KeyObject => {
  if (bytes.byteLength < MIN_KEY_BYTES) throw new RangeError('a context key has at least 32 bytes');
  return createSecretKey(bytes);
};

const macOf = (key: KeyObject, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const sameMac = (expected: Buffer, given: Buffer): boolean =>
  expected.byteLength === given.byteLength && timingSafeEqual(expected, given);

type Claims = { readonly principal: Principal; readonly expires: number };

const claimsIn = (body: string): Claims | undefined => {
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { p?: unknown; exp?: unknown };
  const principal = principalFrom(claims.p);
  return principal === undefined || typeof claims.exp !== 'number'
    ? undefined
    : { principal, expires: claims.exp };
};

/** The signed part and its seal, or undefined for a text of another form. */
const parted = (
  context: string,
): { readonly text: string; readonly body: string; readonly mac: Buffer } | undefined => {
  if (context.length > MAX_LENGTH) return undefined;
  const [version, body, mac, ...rest] = context.split('.');
  if (version !== VERSION || body === undefined || mac === undefined || rest.length > 0) return undefined;
  return { text: `${version}.${body}`, body, mac: Buffer.from(mac, 'base64url') };
};

/** What a text says, when one of the keys made its seal. */
const claimsUnder =
  (keys: readonly KeyObject[]) =>
  (context: string): Claims | undefined => {
    const parts = parted(context);
    if (parts === undefined || !keys.some((one) => sameMac(macOf(one, parts.text), parts.mac)))
      return undefined;
    return claimsIn(parts.body);
  };

type Signed = { readonly expires: number; readonly text: string };

/** `c1.<base64url JSON>.<base64url HMAC-SHA-256>`. */
export const signedContexts = ({ key, older = [], now = Date.now }: ContextKeys): ContextSigner => {
  const current = secret(key);
  const verified = claimsUnder([current, ...older.map(secret)]);
  const signed = new WeakMap<Principal, Signed>();
  // only what bears a right seal is remembered
  const known = new LRUCache<string, Claims>({ max: MOST });

  const signedUntil = (principal: Principal, expires: number): string => {
    const body = Buffer.from(JSON.stringify({ p: principal, exp: expires })).toString('base64url');
    const text = `${VERSION}.${body}`;
    return `${text}.${macOf(current, text).toString('base64url')}`;
  };

  const heard = (context: string): Claims | undefined => {
    const claims = verified(context);
    if (claims !== undefined) known.set(context, claims);
    return claims;
  };

  return {
    sign: (principal, ttlMs) => {
      if (!(ttlMs > 0 && ttlMs <= MAX_CONTEXT_MS))
        throw new RangeError('a context is good for at most 10 minutes');
      const expires = Math.ceil((now() + ttlMs) / SECOND) * SECOND;
      const before = signed.get(principal);
      if (before?.expires === expires) return before.text;
      const text = signedUntil(principal, expires);
      signed.set(principal, { expires, text });
      return text;
    },
    verify: (context) => {
      const claims = known.get(context) ?? heard(context);
      return claims !== undefined && now() < claims.expires ? claims.principal : undefined;
    },
  };
};
