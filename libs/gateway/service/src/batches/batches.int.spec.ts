import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import type { BatchAnswer } from '@benkan/contracts';
import type { Messaging, Reply, Request } from '@benkan/messaging';
import { silentLog } from '@benkan/observability';
import { signedContexts } from '@benkan/security';
import { startGateway, type ListeningGateway } from '../start-gateway';

const meetingId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';
const committeeId = 'b7b6b3a0-3c53-4f0a-9a2a-2d9b7d9f7a01';
const recorded = { id: meetingId, revision: '1', position: '7', changed: true };
const answer: Reply = { v: 1, kind: 'answer', data: recorded };

const convening = (key: string, body: Record<string, unknown> = {}) => ({
  command: 'meetings.convene',
  idempotencyKey: key,
  body: { id: meetingId, committeeId, meetingKind: 'STATUTORY', plannedOn: '2025-02-03', ...body },
});
const holding = (key: string, body: Record<string, unknown> = {}) => ({
  command: 'meetings.hold',
  idempotencyKey: key,
  body: { meetingId, heldOn: '2025-02-03', presidingCapacity: 'MAIRE', ...body },
});

describe('POST /v1/batches', () => {
  const [first, second] = [randomUUID(), randomUUID()];
  let heard: Request[] = [];
  let replies: Readonly<Record<string, Reply>> = {};
  let gateway: ListeningGateway;

  const messaging: Messaging = {
    request: async (request) => {
      heard.push(request);
      return replies[request.name] ?? answer;
    },
    connected: () => true,
    close: async () => undefined,
  };

  beforeAll(async () => {
    gateway = await startGateway({
      messaging,
      context: signedContexts({ key: randomBytes(32) }),
      tokens: {
        verify: async (subject) => ({
          issuer: 'suite',
          subject,
          roles: [{ role: 'secretary', territory: null }],
        }),
      },
      now: () => new Date(),
      readiness: async () => [],
      log: silentLog,
      notice: '',
      port: 0,
      host: '127.0.0.1',
    });
  });
  afterAll(() => gateway.close());
  beforeEach(() => ([heard, replies] = [[], {}]));

  const send = async (body: unknown, { role = 'secretary', path = '/v1/batches', headers = {} } = {}) => {
    const response = await fetch(`${gateway.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${role}`, ...headers },
      body: JSON.stringify(body),
    });
    return { response, body: (await response.json()) as BatchAnswer & { readonly code?: string } };
  };

  it('answers each command and says the furthest position', async () => {
    const { response, body } = await send([convening(first), holding(second)]);
    expect(response.status).toBe(200);
    expect(response.headers.get('Benkan-Position')).toBe('7');
    expect(body.items).toEqual([
      { index: 0, idempotencyKey: first, outcome: 'ok', answer: recorded },
      { index: 1, idempotencyKey: second, outcome: 'ok', answer: recorded },
    ]);
    expect(heard.map(({ name }) => name)).toEqual(['meetings.convene', 'meetings.hold']);
  });

  it('is for the services what the same command alone is', async () => {
    await send([{ ...holding(first), ifMatch: '3' }]);
    const { meetingId: _, ...alone } = holding(first).body;
    await send(alone, {
      path: `/v1/meetings/${meetingId}/holding`,
      headers: { 'Idempotency-Key': first, 'If-Match': '"3"' },
    });
    const [inBatch, byItself] = heard.map(({ commandId, ifMatch, name, body }) => ({
      commandId,
      ifMatch,
      name,
      body,
    }));
    expect(inBatch).toEqual(byItself);
  });

  it('tells what to correct from what to send again, and what to correct where', async () => {
    replies = {
      'meetings.convene': { v: 1, kind: 'refused', code: 'committee-unknown' },
      'meetings.record-tally': { v: 1, kind: 'refused', code: 'meeting-unknown' },
      'training.plan': { v: 1, kind: 'fault', code: 'unavailable' },
    };
    const tally = { women: 1, men: 1, notReported: 0, youth: 0, isf: 0, members: 0, total: 2 };
    const { total: _, ...counts } = tally;
    const { body } = await send([
      convening(first),
      holding(first, { heldOn: 'hier' }),
      { command: 'meetings.adjourn', idempotencyKey: first, body: {} },
      { command: 'meetings.hold', idempotencyKey: first, body: {} },
      { command: 'meetings.hold', idempotencyKey: 'mine', body: [], who: 'me' },
      {
        command: 'meetings.record-tally',
        idempotencyKey: first,
        body: { meetingId: committeeId, ...counts },
      },
      { command: 'registry.assess-risk', idempotencyKey: first, body: { committeeId } },
    ]);
    const said = body.items.map((item) =>
      item.outcome === 'ok'
        ? 'ok'
        : [
            item.outcome,
            item.problem.status,
            item.problem.code,
            ((item.problem['errors'] ?? []) as { pointer: string }[]).map(({ pointer }) => pointer),
          ],
    );
    expect(said).toEqual([
      ['refused', 409, 'committee-unknown', []],
      ['refused', 422, 'invalid', ['/1/body/heldOn']],
      ['refused', 422, 'unknown-command', ['/2/command']],
      ['refused', 422, 'invalid', ['/3/body/meetingId']],
      ['refused', 422, 'invalid', ['/4/idempotencyKey', '/4/body', '/4/who']],
      ['refused', 404, 'unknown-resource', []],
      ['refused', 403, 'forbidden', []],
    ]);
    expect(body.items[4]).toMatchObject({ idempotencyKey: null });
  });

  it('leaves alone what waits for a command that failed, and says both are to be sent again', async () => {
    replies = { 'meetings.convene': { v: 1, kind: 'fault', code: 'storage-full' } };
    const { response, body } = await send([convening(first), holding(second)]);
    expect(response.status).toBe(200);
    expect(body.items).toMatchObject([
      { outcome: 'failed', problem: { code: 'storage-full' } },
      { outcome: 'failed', problem: { code: 'earlier-failed' } },
    ]);
    expect(heard.map(({ name }) => name)).toEqual(['meetings.convene']);
  });

  it('speaks French, and English when asked', async () => {
    const unknown = [{ command: 'meetings.adjourn', idempotencyKey: first, body: {} }];
    const french = await send(unknown);
    const english = await send(unknown, { headers: { 'Accept-Language': 'en' } });
    expect([french, english].map(({ body }) => body.items[0])).toMatchObject([
      { problem: { title: 'Commande inconnue' } },
      { problem: { title: 'Unknown command' } },
    ]);
  });

  it.each([
    ['nothing', []],
    ['no list', { items: [] }],
    ['more than 500', Array.from({ length: 501 }, () => convening(first))],
  ])('refuses %s whole', async (_, sent) => {
    const { response, body } = await send(sent);
    expect([response.status, body.code]).toEqual([422, 'invalid']);
    expect(heard).toEqual([]);
  });

  it('asks for a token once', async () => {
    const { response, body } = await send([convening(first)], { headers: { Authorization: '' } });
    expect([response.status, body.code]).toEqual([401, 'token-invalid']);
  });
});
