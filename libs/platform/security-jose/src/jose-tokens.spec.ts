import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { Principal } from '@benkan/security';
import { joseTokens, joseVerifier } from './jose-tokens';

const issuer = 'https://benkan.test';
const audience = 'benkan';
const START = Date.parse('2026-03-01T08:00:00Z');

const clerk: Principal = {
  issuer,
  subject: 'account-1',
  roles: [{ role: 'secretary', territory: 'ML-4-2' }],
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe("the platform's own tokens", () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = createPublicKey(privateKey);
  let now: number;
  const clock = (): Date => new Date(now);
  const tokens = joseTokens({ issuer, audience, privateKey, now: clock });
  beforeEach(() => {
    now = START;
  });

  const seconds = (): number => now / 1000;
  const claims = (): Record<string, unknown> => ({
    iss: issuer,
    aud: audience,
    sub: 'account-1',
    iat: seconds(),
    exp: seconds() + 600,
    roles: [],
  });
  const header = { alg: 'EdDSA', typ: 'at+jwt' };
  const handMade = (payload: unknown, key: KeyObject = privateKey, head: unknown = header): string => {
    const text = `${part(head)}.${part(payload)}`;
    return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
  };

  it('say who and what', async () => {
    const { token, expiresAt } = await tokens.issue(clerk, 600);
    expect(expiresAt).toEqual(new Date(START + 600_000));
    expect(await tokens.verify(token)).toEqual(clerk);
    expect(await joseVerifier({ issuer, audience, publicKey, now: clock }).verify(token)).toEqual(clerk);
    expect(await tokens.verify(handMade(claims()))).toEqual({ ...clerk, roles: [] });
  });

  it('expire, a minute of difference between clocks allowed', async () => {
    const { token } = await tokens.issue(clerk, 600);
    expect(await tokens.verify(token)).toEqual(clerk);
    now += 659_000;
    expect(await tokens.verify(token)).toEqual(clerk);
    now += 2_000;
    expect(await tokens.verify(token)).toEqual({ refused: 'expired' });
  });

  it.each([
    ['another audience', { aud: 'other' }],
    ['another issuer', { iss: 'https://other.test' }],
    ['no subject', { sub: '' }],
    ['no issuing time', { iat: undefined }],
    ['no end', { exp: undefined }],
    ['too long a life', { exp: START / 1000 + 901 }],
    ['a time to come', { iat: START / 1000 + 300, exp: START / 1000 + 600 }],
    ['malformed roles', { roles: [{ role: 'national' }] }],
    ['no roles', { roles: undefined }],
  ])('are refused with %s', async (_, change) => {
    expect(await tokens.verify(handMade({ ...claims(), ...change }))).toEqual({ refused: 'invalid' });
  });

  it('grant nothing internal', async () => {
    const token = handMade({ ...claims(), roles: [{ role: 'system', territory: null }] });
    expect(await tokens.verify(token)).toEqual({ ...clerk, roles: [] });
  });

  it('are refused under another key, type or algorithm', async () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    expect(await tokens.verify(handMade(claims(), other))).toEqual({ refused: 'invalid' });
    expect(await tokens.verify(handMade(claims(), privateKey, { ...header, typ: 'JWT' }))).toEqual({
      refused: 'invalid',
    });
    expect(await tokens.verify(handMade(claims(), privateKey, { ...header, alg: 'HS256' }))).toEqual({
      refused: 'invalid',
    });
  });

  it.each(['none', 'None', 'HS256'])('are refused unsigned, under algorithm %s', async (alg) => {
    expect(await tokens.verify(`${part({ ...header, alg })}.${part(claims())}.`)).toEqual({
      refused: 'invalid',
    });
  });

  it('are refused when tampered with, though the whole one was taken before', async () => {
    const { token } = await tokens.issue(clerk, 600);
    expect(await tokens.verify(token)).toEqual(clerk);
    const [head = '', , signature = ''] = token.split('.');
    const raised = part({ ...claims(), roles: [{ role: 'national', territory: null }] });
    expect(await tokens.verify(`${head}.${raised}.${signature}`)).toEqual({ refused: 'invalid' });
  });

  it.each(['', 'x', '..', 'a.b.c', 'é.é.é', 'A'.repeat(9000)])(
    'are refused when they read %p',
    async (text) => {
      expect(await tokens.verify(text)).toEqual({ refused: 'invalid' });
    },
  );

  it('are not issued for too long, nor for another issuer', async () => {
    await expect(tokens.issue(clerk, 901)).rejects.toThrow(RangeError);
    await expect(tokens.issue(clerk, 0)).rejects.toThrow(RangeError);
    await expect(tokens.issue({ ...clerk, issuer: 'other' }, 60)).rejects.toThrow(RangeError);
  });

  it('of a fresh key are strangers to another start', async () => {
    const [one, two] = [joseTokens({ issuer, audience }), joseTokens({ issuer, audience })];
    const { token } = await one.issue(clerk, 60);
    expect(await one.verify(token)).toEqual(clerk);
    expect(await two.verify(token)).toEqual({ refused: 'invalid' });
  });

  it('need an Ed25519 key', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(() => joseTokens({ issuer, audience, privateKey: rsa.privateKey })).toThrow(RangeError);
  });
});
