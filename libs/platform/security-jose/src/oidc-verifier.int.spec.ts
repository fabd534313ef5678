import { once } from 'node:events';
import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jose } from './checked';
import { oidcVerifier } from './oidc-verifier';

const audience = 'benkan';

describe('tokens of an OpenID Connect issuer', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ed = generateKeyPairSync('ed25519');
  const keys = [
    { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'rsa', alg: 'RS256', use: 'sig' },
    { ...ec.publicKey.export({ format: 'jwk' }), kid: 'ec', alg: 'ES256', use: 'sig' },
    { ...ed.publicKey.export({ format: 'jwk' }), kid: 'ed', alg: 'EdDSA', use: 'sig' },
  ];
  let server: Server;
  let issuer: string;
  let down: boolean;
  let named: string;

  beforeEach(async () => {
    down = false;
    server = createServer((request, response) => {
      if (down) return response.writeHead(500).end();
      const found = request.url?.endsWith('/openid-configuration');
      return response.end(JSON.stringify(found ? { issuer: named, jwks_uri: `${issuer}/keys` } : { keys }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    named = issuer;
  });
  afterEach(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });

  const tokenBy = async (key: KeyObject, alg: string, kid: string, change = {}): Promise<string> => {
    const { SignJWT } = await jose();
    const iat = Math.floor(Date.now() / 1000);
    const roles = [
      { role: 'auditor', territory: null },
      { role: 'system', territory: null },
    ];
    const claims = { iss: issuer, aud: audience, sub: 'u', iat, exp: iat + 300, roles, ...change };
    return new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key);
  };

  const auditor = (): unknown => ({ issuer, subject: 'u', roles: [{ role: 'auditor', territory: null }] });

  it('are verified by the keys discovered, under each pinned algorithm', async () => {
    const verifier = oidcVerifier({ issuer, audience });
    expect(await verifier.verify(await tokenBy(rsa.privateKey, 'RS256', 'rsa'))).toEqual(auditor());
    expect(await verifier.verify(await tokenBy(ec.privateKey, 'ES256', 'ec'))).toEqual(auditor());
    expect(await verifier.verify(await tokenBy(ed.privateKey, 'EdDSA', 'ed'))).toEqual(auditor());
  });

  it('are refused under another algorithm, key, audience or life', async () => {
    const verifier = oidcVerifier({ issuer, audience, jwksUrl: `${issuer}/keys` });
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const life = { exp: Math.floor(Date.now() / 1000) + 3600 };
    const bad = await Promise.all([
      tokenBy(rsa.privateKey, 'PS256', 'rsa'),
      tokenBy(stranger, 'ES256', 'ec'),
      tokenBy(ec.privateKey, 'ES256', 'nobody'),
      tokenBy(ec.privateKey, 'ES256', 'ec', { aud: 'other' }),
      tokenBy(ec.privateKey, 'ES256', 'ec', life),
    ]);
    for (const token of bad) expect(await verifier.verify(token)).toEqual({ refused: 'invalid' });
  });

  it('are refused when a public key was used as a shared secret', async () => {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const iat = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: audience, sub: 'u', iat, exp: iat + 300, roles: [] };
    const text = `${part({ alg: 'HS256', kid: 'rsa' })}.${part(claims)}`;
    const mac = createHmac('sha256', rsa.publicKey.export({ format: 'pem', type: 'spki' })).update(text);
    const verifier = oidcVerifier({ issuer, audience });
    expect(await verifier.verify(`${text}.${mac.digest('base64url')}`)).toEqual({ refused: 'invalid' });
  });

  it('wait for an issuer that does not answer: that is no refusal', async () => {
    const verifier = oidcVerifier({ issuer, audience });
    const token = await tokenBy(ec.privateKey, 'ES256', 'ec');
    down = true;
    await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'unavailable' });
    down = false;
    expect(await verifier.verify(token)).toEqual(auditor());
  });

  it('are not verified by the configuration of someone else', async () => {
    named = 'https://other.test';
    const token = await tokenBy(ec.privateKey, 'ES256', 'ec');
    await expect(oidcVerifier({ issuer, audience }).verify(token)).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('need keys that travel over TLS', () => {
    expect(() => oidcVerifier({ issuer: 'http://idp.test', audience })).toThrow(RangeError);
    expect(() => oidcVerifier({ issuer, audience, jwksUrl: 'http://idp.test/keys' })).toThrow(RangeError);
  });
});
