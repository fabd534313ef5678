import { createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Principal } from '@benkan/security';
import { localTokens } from './local-tokens';
import { SealedFileRefused } from './sealed-file';
import { rotateSigningKeys, signingKeysIn } from './signing-keys';

const [issuer, audience] = ['urn:benkan:local', 'benkan'];
const START = Date.parse('2026-03-01T08:00:00Z');
const clerk: Principal = { issuer, subject: 'opaque', roles: [{ role: 'secretary', territory: 'unit-1' }] };
const INVALID = { refused: 'invalid' };

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('tokens of the local issuer', () => {
  let folder: string;
  let instant: number;
  const now = (): Date => new Date(instant);
  const secret = randomBytes(32);
  const sealed = () => ({ file: join(folder, 'issuer', 'signing-keys'), secret, now });
  const open = () => {
    const keys = signingKeysIn(sealed());
    return { keys, tokens: localTokens({ issuer, audience, keys, now }) };
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'benkan-keys-'));
    instant = START;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const claims = (): Record<string, unknown> => {
    const iat = instant / 1_000;
    return { iss: issuer, aud: audience, sub: 'opaque', iat, exp: iat + 600, roles: [] };
  };
  const text = (head: unknown, payload: unknown): string => `${part(head)}.${part(payload)}`;
  const by = (key: KeyObject, head: unknown, payload: unknown = claims()): string => {
    const signed = text(head, payload);
    return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
  };

  it('say who and what, across a restart', async () => {
    const { token } = await open().tokens.issue(clerk, 900);
    expect(await open().tokens.verify(token)).toEqual(clerk);
    expect(statSync(sealed().file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'issuer')).mode & 0o777).toBe(0o700);
  });

  it('end with their quarter of an hour, a minute between clocks allowed; none is issued for longer', async () => {
    const { tokens } = open();
    const { token } = await tokens.issue(clerk, 900);
    instant += 959_000;
    expect(await tokens.verify(token)).toEqual(clerk);
    instant += 2_000;
    expect(await tokens.verify(token)).toEqual({ refused: 'expired' });
    await expect(tokens.issue(clerk, 901)).rejects.toThrow(RangeError);
  });

  it.each([
    ['another audience', { aud: 'other' }],
    ['another issuer', { iss: 'urn:benkan:other' }],
    ['a time to come', { iat: START / 1_000 + 120, exp: START / 1_000 + 600 }],
    ['a use that has not begun', { nbf: START / 1_000 + 120 }],
    ['too long a life', { exp: START / 1_000 + 901 }],
    ['no subject', { sub: undefined }],
  ])('are refused with %s', async (_, change) => {
    const { keys, tokens } = open();
    const { kid, privateKey } = keys.current();
    const head = { alg: 'EdDSA', typ: 'at+jwt', kid };
    expect(await tokens.verify(by(privateKey, head))).toMatchObject({ subject: 'opaque' });
    expect(await tokens.verify(by(privateKey, head, { ...claims(), ...change }))).toEqual(INVALID);
  });

  it('are refused unsigned, under a shared secret, or under a key of somebody else', async () => {
    const { keys, tokens } = open();
    const { kid, privateKey } = keys.current();
    const [published] = keys.jwks().keys;
    const own = generateKeyPairSync('ed25519');
    const head = { alg: 'EdDSA', typ: 'at+jwt', kid };
    const hmac = (key: string): string => {
      const signed = text({ alg: 'HS256', typ: 'at+jwt', kid }, claims());
      return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
    };
    const bad = [
      `${text({ ...head, alg: 'none' }, claims())}.`,
      hmac(JSON.stringify(published)),
      hmac(String(published?.x)),
      by(own.privateKey, head),
      by(own.privateKey, { ...head, jwk: own.publicKey.export({ format: 'jwk' }) }),
      by(own.privateKey, { ...head, jku: 'http://127.0.0.1:1/keys' }),
      by(privateKey, { ...head, kid: 'nobody' }),
      by(privateKey, { ...head, kid: '../../etc/passwd' }),
      by(privateKey, { ...head, kid: { toString: kid } }),
      by(privateKey, { ...head, typ: 'JWT' }),
      by(privateKey, { ...head, crit: ['x'], x: 1 }),
      by(privateKey, head, { ...claims(), padding: 'A'.repeat(1_000_000) }),
    ];
    for (const token of bad) expect(await tokens.verify(token)).toEqual(INVALID);
  });

  it('are refused under the name of another key of ours', async () => {
    const first = open().keys.current();
    rotateSigningKeys(sealed(), false);
    const { keys, tokens } = open();
    const head = { alg: 'EdDSA', typ: 'at+jwt', kid: keys.current().kid };
    expect(await tokens.verify(by(first.privateKey, { ...head, kid: first.kid }))).toMatchObject(
      clerkWithout(),
    );
    expect(await tokens.verify(by(first.privateKey, head))).toEqual(INVALID);
  });
  const clerkWithout = () => ({ issuer, subject: 'opaque' });

  it('are refused when tampered with, though the whole one was taken before', async () => {
    const { tokens } = open();
    const { token } = await tokens.issue(clerk, 600);
    expect(await tokens.verify(token)).toEqual(clerk);
    const [head = '', , signature = ''] = token.split('.');
    const raised = part({ ...claims(), roles: [{ role: 'national', territory: null }] });
    expect(await tokens.verify(`${head}.${raised}.${signature}`)).toEqual(INVALID);
    expect(await tokens.verify(token.slice(0, -3))).toEqual(INVALID);
  });

  it('outlive a change of key in a running process, until they end', async () => {
    const { keys, tokens } = open();
    const { token } = await tokens.issue(clerk, 900);
    const kid = rotateSigningKeys(sealed(), false);
    expect(keys.current().kid).toBe(kid);
    expect(await tokens.verify(token)).toEqual(clerk);
    expect(await tokens.verify((await tokens.issue(clerk, 900)).token)).toEqual(clerk);
    instant += 961_000;
    expect(keys.jwks().keys.map((key) => Reflect.get(key, 'kid'))).toEqual([kid]);
  });

  it('end at once, in a running process too, when their key may be in the wrong hands', async () => {
    const { tokens } = open();
    const { token } = await tokens.issue(clerk, 900);
    expect(await tokens.verify(token)).toEqual(clerk);
    rotateSigningKeys(sealed(), true);
    expect(await tokens.verify(token)).toEqual(INVALID);
    expect(await tokens.verify((await tokens.issue(clerk, 900)).token)).toEqual(clerk);
  });

  it('publish nothing private, and keep it sealed', () => {
    const { keys } = open();
    expect(keys.jwks().keys.every((key) => !('d' in key) && key.kty === 'OKP')).toBe(true);
    const bytes = readFileSync(sealed().file);
    expect(bytes.includes(String(keys.current().privateKey.export({ format: 'jwk' }).d))).toBe(false);
    expect(() => signingKeysIn({ ...sealed(), secret: randomBytes(32) })).toThrow(SealedFileRefused);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    writeFileSync(sealed().file, bytes);
    expect(() => signingKeysIn(sealed())).toThrow(SealedFileRefused);
  });

  it('are not signed with a key others may read', () => {
    open();
    chmodSync(sealed().file, 0o644);
    expect(() => signingKeysIn(sealed())).toThrow(/chmod 600/);
  });
});
