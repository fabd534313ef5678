import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { connect, type NatsConnection } from 'nats';
import { start } from '@benkan/broker';
import { getParticipant, getUnit } from '@benkan/contracts/registry';
import { asking, queryDoor, serviceModule, unknownResource, type Door, trustedClock } from '@benkan/doors';
import { nextSpan, traceIdOf, type Messaging } from '@benkan/messaging';
import { natsMessaging, natsServer, type NatsAddress } from '@benkan/messaging-nats';
import type { Log } from '@benkan/observability';
import { signedContexts } from '@benkan/security';
import { startGateway, type ListeningGateway } from '../start-gateway';

const SUPERVISOR = {
  issuer: 'suite',
  subject: 's',
  roles: [{ role: 'supervisor', territory: null }],
} as const;
const BROKEN = randomUUID();
const context = signedContexts({ key: randomBytes(32) });

const broker = async (): Promise<NatsAddress & { close(): Promise<void> }> => {
  const given = process.env['NATS_URL'];
  const token = process.env['NATS_TOKEN'] ?? randomUUID();
  if (given !== undefined) return { url: given, token, name: 'suite', close: async () => undefined };
  return { token, name: 'suite', ...(await start({ token })) };
};

type Line = readonly [message: string, fields: Readonly<Record<string, unknown>>];

describe('the trace of a request', () => {
  const lines: Line[] = [];
  const heard: string[] = [];
  const note = (message: string, fields = {}): void => void lines.push([message, fields]);
  const log: Log = { info: note, warn: note, error: note };
  const closing: (() => Promise<unknown>)[] = [];
  let address: NatsAddress;
  let gateway: ListeningGateway;
  let witness: NatsConnection;

  const host = async (name: string, door: Door): Promise<void> => {
    const keeper = { context, log, now: () => new Date(), clock: trustedClock, waitFor: async () => true };
    const app = await NestFactory.createMicroservice(serviceModule([door], keeper), {
      ...natsServer({ ...address, queue: name }),
      logger: false,
    });
    await app.listen();
    closing.push(() => app.close());
  };

  const messagingOf = (): Messaging => {
    const messaging = natsMessaging(address);
    closing.push(() => messaging.close());
    return messaging;
  };

  beforeAll(async () => {
    const place = await broker();
    address = { url: place.url, token: place.token ?? '', name: place.name };
    closing.push(() => place.close());
    witness = await connect({ servers: address.url, token: address.token ?? '' });
    closing.push(() => witness.close());
    witness.subscribe('>', { callback: (_error, message) => void heard.push(message.string()) });
    const ask = asking(messagingOf(), context);
    await host(
      'first',
      queryDoor(getUnit, async (asked) => {
        await ask(getParticipant, { participantId: asked.body.unitId }, asked);
        throw unknownResource();
      }),
    );
    await host(
      'second',
      queryDoor(getParticipant, async ({ body }) => {
        if (body.participantId === BROKEN) throw new TypeError('broken');
        throw unknownResource();
      }),
    );
    gateway = await startGateway({
      messaging: messagingOf(),
      context,
      tokens: { verify: async () => SUPERVISOR },
      now: () => new Date(),
      readiness: async () => [],
      log,
      notice: '',
      port: 0,
      host: '127.0.0.1',
    });
    closing.push(() => gateway.close());
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
  });

  /** Asks the gateway; what it answered, and what went over the broker: the traces of the hops, the replies. */
  const asked = async (unitId: string, headers: Readonly<Record<string, string>> = {}) => {
    lines.length = 0;
    heard.length = 0;
    const response = await fetch(`${gateway.url}/v1/territories/${unitId}`, {
      headers: { Authorization: 'Bearer any', ...headers },
    });
    const answer = JSON.stringify([...response.headers]) + (await response.text());
    await witness.flush();
    const messages = heard.filter((text) => text.includes('"context"'));
    const hops = messages.map((text) => (JSON.parse(text) as { traceparent: string }).traceparent);
    return {
      status: response.status,
      answer,
      hops,
      replies: heard.filter((text) => !messages.includes(text)),
    };
  };

  it('is the one that came in, from the gateway through both services, under a new span each', async () => {
    const traceparent = nextSpan(undefined);
    const { status, hops } = await asked(randomUUID(), { traceparent });
    expect(status).toBe(404);
    expect(hops).toHaveLength(2);
    expect(hops.map(traceIdOf)).toEqual([traceIdOf(traceparent), traceIdOf(traceparent)]);
    expect(new Set([traceparent, ...hops]).size).toBe(3);
  });

  it.each([
    ['nothing', {}],
    ['nonsense', { traceparent: 'nonsense' }],
    ['zeros', { traceparent: `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01` }],
  ])('is a new one where %s came in, and one for all hops', async (_what, headers) => {
    const { hops } = await asked(randomUUID(), headers);
    const [first, second] = hops.map(traceIdOf);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(first).not.toBe('0'.repeat(32));
    expect(second).toBe(first);
    const again = await asked(randomUUID(), headers);
    expect(again.hops.map(traceIdOf)).not.toContain(first);
  });

  it.each([
    ['the one that came in', nextSpan(undefined)],
    ['a new one', undefined],
  ])('stands in the log lines of every hop: %s', async (_what, traceparent) => {
    const { status, hops } = await asked(BROKEN, traceparent === undefined ? {} : { traceparent });
    expect(status).toBe(500);
    const traceId = traceIdOf(traceparent ?? hops[0] ?? '');
    expect(hops.map(traceIdOf)).toEqual([traceId, traceId]);
    expect(lines).toEqual([
      ['door failed', expect.objectContaining({ name: getParticipant.name, traceId })],
      ['request failed', expect.objectContaining({ traceId })],
    ]);
  });

  it('is told to nobody who asks: not the caller, not the service that asked', async () => {
    const traceparent = nextSpan(undefined);
    for (const unitId of [randomUUID(), BROKEN]) {
      const { answer, replies } = await asked(unitId, { traceparent });
      expect(replies.length).toBeGreaterThan(0);
      for (const said of [answer, ...replies]) expect(said).not.toContain(traceIdOf(traceparent));
    }
  });
});
