import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import type { Messaging } from '@benkan/messaging';
import { silentLog } from '@benkan/observability';
import { signedContexts } from '@benkan/security';
import { startGateway, type ListeningGateway } from '../start-gateway';
import { DEFAULT_LIMITS, limitedAs } from './limits';

const messaging: Messaging = {
  request: async () => ({ v: 1, kind: 'answer', data: { items: [], id: randomUUID(), revision: '0' } }),
  connected: () => true,
  close: async () => undefined,
};

describe('how a request counts', () => {
  it.each([
    ['GET', '/v1/meetings', 'reads'],
    ['POST', '/v1/meetings', 'writes'],
    ['POST', '/v1/participants/search', 'searches'],
    ['POST', '/v1/demo/tokens', 'tokens'],
    ['POST', '/v1/tokens/refresh', 'tokens'],
    ['GET', '/health/live', undefined],
    ['GET', '/health/ready', undefined],
    ['GET', '/v1/openapi.json', undefined],
  ])('%s %s as %s', (method, path, expected) => {
    expect(limitedAs(method, path)).toBe(expected);
  });
});

describe('too many requests', () => {
  let gateway: ListeningGateway;
  beforeEach(async () => {
    gateway = await startGateway({
      messaging,
      context: signedContexts({ key: randomBytes(32) }),
      // whoever says a name is that person
      tokens: {
        verify: async (subject) => ({
          issuer: 'suite',
          subject,
          roles: [{ role: 'supervisor', territory: null }],
        }),
      },
      now: () => new Date(),
      readiness: async () => [],
      log: silentLog,
      notice: '',
      port: 0,
      host: '127.0.0.1',
      limits: {
        reads: { principal: 3, address: 5 },
        writes: { principal: 2, address: 100 },
        searches: { principal: 1, address: 100 },
        tokens: { principal: 1, address: 1 },
      },
    });
  });
  afterEach(() => gateway.close());

  const call = (path: string, who: string, body?: unknown): Promise<Response> =>
    fetch(`${gateway.url}${path}`, {
      headers: {
        Authorization: `Bearer ${who}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  const statuses = async (calls: readonly (() => Promise<Response>)[]): Promise<readonly number[]> => {
    const found: number[] = [];
    for (const each of calls) found.push((await each()).status);
    return found;
  };
  const read = (who: string) => () => call('/v1/committees', who);
  const search = (who: string) => () => call('/v1/participants/search', who, { phone: '+22376000000' });

  it('of one person are refused with the seconds to wait, and another person goes on', async () => {
    expect(await statuses([read('awa'), read('awa'), read('awa'), read('awa'), read('ben')])).toEqual([
      200, 200, 200, 429, 200,
    ]);
  });

  it('of one address are refused, whoever asks', async () => {
    const refused = [read('a'), read('b'), read('c'), read('d'), read('e'), read('f')];
    expect(await statuses(refused)).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('are told as a problem', async () => {
    await search('awa')();
    const response = await search('awa')();
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ code: 'too-many-requests', status: 429 });
  });

  it('are counted apart: who searched enough may still read and write', async () => {
    expect(await statuses([search('awa'), search('awa'), read('awa')])).toEqual([200, 429, 200]);
  });

  it('are not counted for an address somebody only says is theirs', async () => {
    const pretending = (at: number) => () =>
      fetch(`${gateway.url}/v1/committees`, { headers: { 'X-Forwarded-For': `10.0.0.${at}` } });
    expect((await statuses(Array.from({ length: 6 }, (_, at) => pretending(at)))).at(-1)).toBe(429);
  });

  it('never close the way to health', async () => {
    const health = () => fetch(`${gateway.url}/health/live`);
    expect(new Set(await statuses(Array.from({ length: 20 }, () => health)))).toEqual(new Set([200]));
  });

  it('are counted for strangers too, before their token is looked at', async () => {
    const stranger = () => fetch(`${gateway.url}/v1/committees`);
    expect((await statuses(Array.from({ length: 6 }, () => stranger))).at(-1)).toBe(429);
  });
});

describe('the limits by default', () => {
  it('leave a person room to work, and less room to search or ask for tokens', () => {
    const { reads, writes, searches, tokens } = DEFAULT_LIMITS;
    expect(reads.principal).toBeGreaterThan(writes.principal);
    expect(writes.principal).toBeGreaterThan(searches.principal);
    expect(searches.principal).toBeGreaterThan(tokens.principal);
  });
});
