import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { TooBusy, type LocalIssuer } from '@benkan/accounts';
import { silentLog } from '@benkan/observability';
import { signedContexts } from '@benkan/security';
import { startGateway, type ListeningGateway } from '../start-gateway';

const end = new Date('2026-03-01T08:15:00Z');
const session = { token: 't', expiresAt: end, refreshToken: 'r', refreshExpiresAt: end };
const SIGN_IN = { login: 'awa.diallo', password: 'p' };

const outcomes: Readonly<Record<string, Awaited<ReturnType<LocalIssuer['signIn']>>>> = {
  good: { kind: 'signed-in', ...session },
  wrong: { kind: 'refused' },
  locked: { kind: 'locked', retryAfterSeconds: 240 },
  first: { kind: 'password-change-required' },
};

const local: LocalIssuer = {
  signIn: async (login) => {
    if (login === 'busy') throw new TooBusy('later');
    return outcomes[login] ?? { kind: 'refused' };
  },
  refresh: async (token) => (token === 'r' ? { kind: 'signed-in', ...session } : { kind: 'over' }),
  revoke: async () => undefined,
  changePassword: async (_login, _password, chosen) =>
    chosen === 'weak' ? { kind: 'weak', because: 'too-short' } : { kind: 'changed' },
};

describe('sign-in over HTTP', () => {
  let gateway: ListeningGateway;
  const started = (accounts?: LocalIssuer): Promise<ListeningGateway> =>
    startGateway({
      messaging: {
        request: () => Promise.reject(new Error('nobody')),
        connected: () => true,
        close: async () => undefined,
      },
      context: signedContexts({ key: randomBytes(32) }),
      tokens: { verify: async () => ({ refused: 'invalid' }) },
      now: () => new Date(),
      readiness: async () => [],
      log: silentLog,
      notice: '',
      ...(accounts === undefined ? {} : { accounts }),
      port: 0,
      host: '127.0.0.1',
    });
  const say = async (path: string, body: unknown) => {
    const response = await fetch(`${gateway.url}/v1/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    const { code, ...more } = (text === '' ? {} : JSON.parse(text)) as { readonly code?: string };
    return { status: response.status, code, more, headers: response.headers };
  };

  beforeEach(async () => {
    gateway = await started(local);
  });
  afterEach(() => gateway.close());

  it('gives a session that nobody on the way keeps', async () => {
    for (const answer of [
      await say('tokens', { login: 'good', password: 'p' }),
      await say('tokens/refresh', { refreshToken: 'r' }),
    ]) {
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store']);
      expect(answer.more).toEqual({
        ...{ token: 't', expiresAt: end.toISOString() },
        ...{ refreshToken: 'r', refreshExpiresAt: end.toISOString() },
      });
    }
  });

  it.each([
    ['tokens', { login: 'wrong', password: 'p' }, 401, 'sign-in-refused', null],
    ['tokens', { login: 'first', password: 'p' }, 403, 'password-change-required', null],
    ['tokens', { login: 'locked', password: 'p' }, 429, 'sign-in-locked', '240'],
    ['tokens', { login: 'busy', password: 'p' }, 503, 'overloaded', '2'],
    ['tokens', { ...SIGN_IN, role: 'national' }, 422, 'invalid', null],
    ['tokens', { login: { $ne: '' }, password: 'p' }, 422, 'invalid', null],
    ['tokens', { login: 'good', password: 'p'.repeat(257) }, 422, 'invalid', null],
    ['tokens', [], 422, 'invalid', null],
    ['tokens/refresh', { refreshToken: 'spent' }, 401, 'session-over', null],
    ['tokens/refresh', { refreshToken: 'r'.repeat(257) }, 422, 'invalid', null],
    ['accounts/password', { ...SIGN_IN, newPassword: 'weak' }, 422, 'invalid', null],
    ['accounts/password', SIGN_IN, 422, 'invalid', null],
  ] as const)('%s %j is answered %i %s', async (...[path, body, status, code, retryAfter]) => {
    const answer = await say(path, body);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
  });

  it('says done without a word', async () => {
    expect((await say('tokens/revocation', { refreshToken: 'whatever' })).status).toBe(204);
    expect((await say('accounts/password', { ...SIGN_IN, newPassword: 'strong' })).status).toBe(204);
  });

  it('is nowhere when another issuer signs people in, and the page says where tokens come from', async () => {
    const page = async (): Promise<string> => (await fetch(`${gateway.url}/docs`)).text();
    expect(await page()).toContain('/v1/accounts/password');
    expect(await page()).not.toContain('un jeton de démonstration');
    await gateway.close();
    gateway = await started();
    for (const path of ['tokens', 'tokens/refresh', 'tokens/revocation', 'accounts/password', 'demo/tokens'])
      expect([path, (await say(path, {})).status]).toEqual([path, 404]);
    expect(await page()).toContain('émetteur OpenID Connect');
  });
});
