import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { CLOCK_TOLERANCE_SECONDS, MAX_TOKEN_SECONDS } from '@benkan/security';
import { readSealed, stampOf, writeSealed } from './sealed-file';

export type SigningKey = { readonly kid: string; readonly privateKey: KeyObject };

/** Public keys as an issuer publishes them. */
export type Jwks = { readonly keys: readonly JsonWebKey[] };

export type SigningKeys = {
  /** What signs now. */
  readonly current: () => SigningKey;
  /** Every key of which something signed may still be good. */
  readonly jwks: () => Jwks;
  /** Changes whenever the keys do. */
  readonly generation: () => string;
};

type Kept = { readonly kid: string; readonly jwk: JsonWebKey; readonly retiredAt?: number };
type Ring = readonly [Kept, ...Kept[]];

export type SigningKeyOptions = {
  /** Of mode 0600; made at first. */
  readonly file: string;
  /** 32 bytes the file is sealed under, kept elsewhere. */
  readonly secret: Uint8Array;
  /** How long what a key signed may be good after the key retired; that of a token when absent. */
  readonly goodForMs?: number;
  readonly now?: () => Date;
};

const TOKEN_MS = (MAX_TOKEN_SECONDS + CLOCK_TOLERANCE_SECONDS) * 1_000;

const freshKey = (): Kept => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const kid = createHash('sha256')
    .update(String(publicKey.export({ format: 'jwk' }).x))
    .digest('hex')
    .slice(0, 16);
  return { kid, jwk: privateKey.export({ format: 'jwk' }) };
};

const privateKeyOf = ({ jwk }: Kept): KeyObject => createPrivateKey({ key: jwk, format: 'jwk' });

const published = (kept: Kept): JsonWebKey => ({
  ...createPublicKey(privateKeyOf(kept)).export({ format: 'jwk' }),
  ...{ kid: kept.kid, alg: 'EdDSA', use: 'sig' },
});

const read = ({ file, secret }: SigningKeyOptions): Ring | undefined => {
  const plain = readSealed(file, secret);
  return plain === undefined ? undefined : (JSON.parse(plain.toString('utf8')) as Ring);
};

const write = ({ file, secret }: SigningKeyOptions, ring: Ring): Ring => {
  writeSealed(file, secret, Buffer.from(JSON.stringify(ring)));
  return ring;
};

const stillGood =
  (now: number, goodForMs = TOKEN_MS) =>
  ({ retiredAt }: Kept): boolean =>
    retiredAt === undefined || now < retiredAt + goodForMs;

/**
 * Signing keys of one purpose, in a sealed file that is read again when a command replaced it.
 * Throws when the file cannot be opened under the secret, or others may read it.
 */
export const signingKeysIn = (options: SigningKeyOptions): SigningKeys => {
  const { file, goodForMs, now = () => new Date() } = options;
  let [stamp, ring] = ['', read(options) ?? write(options, [freshKey()])];
  stamp = stampOf(file);

  const known = (): Ring => {
    const seen = stampOf(file);
    if (seen !== stamp) [stamp, ring] = [seen, read(options) ?? ring];
    return ring;
  };

  return {
    current: () => {
      const [first] = known();
      return { kid: first.kid, privateKey: privateKeyOf(first) };
    },
    jwks: () => ({
      keys: known().filter(stillGood(now().getTime(), goodForMs)).map(published),
    }),
    generation: () => {
      known();
      return stamp;
    },
  };
};

/**
 * Replaces what signs. What the key before signed stays good until it ends, or, when that key may be in the wrong
 * hands (`compromised`), end at once. Answers the new key's id.
 */
export const rotateSigningKeys = (options: SigningKeyOptions, compromised: boolean): string => {
  const { now = () => new Date() } = options;
  const fresh = freshKey();
  const instant = now().getTime();
  const before = compromised ? [] : (read(options) ?? []);
  const retired = before
    .map((kept) => ({ retiredAt: instant, ...kept }))
    .filter(stillGood(instant, options.goodForMs));
  write(options, [fresh, ...retired]);
  return fresh.kid;
};
