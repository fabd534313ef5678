import 'reflect-metadata';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { startGateway } from '@benkan/gateway-service';
import type { Messaging, Request } from '@benkan/messaging';
import { silentLog } from '@benkan/observability';
import { signedContexts, type Principal } from '@benkan/security';
import { joseTokens, joseVerifier } from '@benkan/security-jose';

const ISSUER = 'suite';
const START = Date.parse('2026-03-01T08:00:00Z');
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const secretary: Principal = {
  issuer: ISSUER,
  subject: 'awa',
  roles: [{ role: 'secretary', territory: 'a-commune' }],
};

describe('tokens at the edge', () => {
  const context = signedContexts({ key: randomBytes(32) });
  const heard: Request[] = [];
  let now: number;
  let gateway: Awaited<ReturnType<typeof startGateway>>;

  const messaging: Messaging = {
    request: async (request) => {
      heard.push(request);
      return { v: 1, kind: 'answer', data: { items: [], asOf: { position: '1' } } };
    },
    connected: () => true,
    close: async () => undefined,
  };
  const clock = () => new Date(now);

  beforeAll(async () => {
    gateway = await startGateway({
      ...{ messaging, context, now: clock, readiness: async () => [], log: silentLog, notice: '' },
      tokens: joseVerifier({ issuer: ISSUER, audience: 'benkan', publicKey, now: clock }),
      ...{ port: 0, host: '127.0.0.1' },
    });
  });
  afterAll(() => gateway.close());
  beforeEach(() => {
    now = START;
    heard.length = 0;
  });

  const issued = async (audience = 'benkan', key = privateKey, principal = secretary): Promise<string> => {
    const tokens = joseTokens({ issuer: principal.issuer, audience, privateKey: key, now: clock });
    return (await tokens.issue(principal, 900)).token;
  };
  const asked = async (token: string) => {
    const response = await fetch(`${gateway.url}/v1/meetings`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    return [response.status, ((await response.json()) as { code?: string }).code];
  };
  /** Who the services were told is asking; undefined for a refusal passed on for the record. */
  const told = () => heard.map((request) => context.verify(request.context));

  it('let their holder in, territory and all', async () => {
    expect(await asked(await issued())).toEqual([200, undefined]);
    expect(told()).toEqual([secretary]);
  });

  it.each([
    ['another audience', () => issued('another')],
    ['another key', () => issued('benkan', generateKeyPairSync('ed25519').privateKey)],
    ['another issuer', () => issued('benkan', privateKey, { ...secretary, issuer: 'another' })],
  ])('of %s open nothing', async (_name, token) => {
    expect(await asked(await token())).toEqual([401, 'token-invalid']);
    expect(told()).toEqual([undefined]);
  });

  it('open nothing once they have expired, a minute of clock skew aside', async () => {
    const token = await issued();
    now = START + 959_000;
    expect((await asked(token))[0]).toBe(200);
    now = START + 961_000;
    expect(await asked(token)).toEqual([401, 'token-expired']);
  });

  it('of a role that may not say it are refused, and the service hears of it for the record', async () => {
    const donor: Principal = { ...secretary, roles: [{ role: 'donor', territory: null }] };
    expect(await asked(await issued('benkan', privateKey, donor))).toEqual([403, 'forbidden']);
    expect(told()).toEqual([donor]);
  });

  it('are passed on sparingly when they are refused: a flood is not a flood inside', async () => {
    const bad = await issued('another');
    for (let at = 0; at < 60; at += 1) await asked(bad);
    expect(heard.length).toBeLessThanOrEqual(20);
  });
});
