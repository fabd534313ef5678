import { randomBytes, randomInt } from 'node:crypto';
import { encodeRequest, isReply, MAX_MESSAGE_BYTES, type Messaging } from '@benkan/messaging';
import { atLength } from '@benkan/testing';
import fc from 'fast-check';
import { connect, headers, type Msg, type NatsConnection } from 'nats';
import { natsMessaging } from './messaging';
import { ask, place, requestOf, serviceAt, SUBJECTS, type Place, type Running } from './testing';

const MESSAGES = atLength({ ci: 10_000, soak: 100_000 });
const TOGETHER = 100;
const PATIENCE = { timeout: 20_000 };
const recording = 'benkan.v1.meetings.record-attendance';

const request = requestOf('meetings.record-attendance', {}, { deadline: Date.now() + 3_600_000 });
const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const encoded = encodeRequest(request);
const whole = encoded.kind === 'bytes' ? encoded.bytes : bytes(request);

const nonsense: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.json().map((text) => Buffer.from(text)),
  fc.string().map((text) => Buffer.from(text)),
  fc.nat({ max: whole.length - 1 }).map((length) => whole.subarray(0, length)),
  fc.nat({ max: 5_000 }).map((depth) => Buffer.from('['.repeat(depth))),
  fc.nat({ max: 2_000 }).map((depth) => Buffer.from(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)),
  fc.jsonValue().map((id) => bytes({ ...request, id: typeof id === 'string' ? [id] : id })),
  fc.jsonValue().map((v) => bytes({ ...request, v: v === 1 ? 2 : v })),
  fc.constantFrom(
    Buffer.alloc(0),
    bytes(null),
    bytes({ ...request, id: undefined }),
    bytes({ pattern: 'x', data: {} }),
    bytes({ ...request, name: 'meetings.unheard-of' }),
    bytes({ ...request, deadline: '1e999' }),
    Buffer.from('{"__proto__":{"v":1}}'),
  ),
);
const malformed = { v: 1, kind: 'fault', code: 'malformed' };

describe('a service that is sent nonsense', () => {
  let broker: Place;
  let service: Running;
  let messaging: Messaging;
  let hostile: NatsConnection;
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  const isAlive = async (): Promise<void> => {
    expect(await ask(messaging, 'meetings.record-attendance')).toMatchObject({ kind: 'answer' });
    expect(unhandled).toEqual([]);
  };
  const eachOf = async (
    messages: readonly Uint8Array[],
    send: (message: Uint8Array) => Promise<void>,
  ): Promise<void> => {
    for (let at = 0; at < messages.length; at += TOGETHER)
      await Promise.all(messages.slice(at, at + TOGETHER).map(send));
  };

  beforeAll(async () => {
    process.on('unhandledRejection', note);
    broker = await place();
    service = await serviceAt(broker);
    messaging = natsMessaging(broker);
    hostile = await connect({ servers: broker.url, token: broker.token ?? '' });
  });
  afterAll(async () => {
    await Promise.all([service.close(), messaging.close(), hostile.close()]);
    await broker.close();
    process.off('unhandledRejection', note);
  });

  it(`answers every one of ${MESSAGES} malformed messages, on whichever subject, and then the good one`, async () => {
    const messages = [...fc.sample(nonsense, MESSAGES - 1), Buffer.alloc(MAX_MESSAGE_BYTES + 1, '"')];
    const counts = new Map(SUBJECTS.map((subject) => [subject, 0]));
    let sent = 0;
    await eachOf(messages, async (each) => {
      const subject = SUBJECTS[(sent += 1) % SUBJECTS.length] ?? recording;
      const reply = await hostile.request(subject, each, PATIENCE);
      if (reply.string() !== JSON.stringify(malformed)) expect(reply.json()).toEqual(malformed);
      counts.set(subject, (counts.get(subject) ?? 0) + 1);
    });
    expect(counts.size).toBe(8);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(Math.floor(MESSAGES / SUBJECTS.length));
    expect(service.reported).toEqual([]);
    await isAlive();
  }, 600_000);

  it('answers well-formed requests with any body', async () => {
    await eachOf(
      fc.sample(fc.jsonValue({ maxDepth: 20 }), 500).map((body) => bytes({ ...request, body })),
      async (each) => {
        const reply = await hostile.request(recording, each, PATIENCE);
        expect(isReply(reply.json())).toBe(true);
      },
    );
    await isAlive();
  });

  it('is not there for subjects it never named', async () => {
    const token = (): string => randomBytes(1 + randomInt(8)).toString('hex');
    const subjects = Array.from({ length: 200 }, () =>
      ['benkan.v1', ...Array.from({ length: 1 + randomInt(6) }, token)].join('.'),
    );
    const answered = (subject: string): Promise<Msg> => hostile.request(subject, whole, PATIENCE);
    for (const subject of [
      ...subjects,
      `${recording}.more`,
      'benkan.v1.meetings',
      'benkan.v2.meetings.refuses',
    ])
      await expect(answered(subject)).rejects.toMatchObject({ code: '503' });
    await isAlive();
  });

  it('ignores messages nobody waits for, good or bad', async () => {
    fc.sample(nonsense, 200).forEach((each) => hostile.publish(recording, each));
    hostile.publish('benkan.v1.meetings.throws', bytes(requestOf('meetings.throws')));
    await hostile.flush();
    await isAlive();
    expect(service.reported).toEqual([]);
  });

  it('is not confused by headers, nor by a reply subject that is its own', async () => {
    const strange = headers(503, 'nobody');
    const reply = await hostile.request(recording, bytes(request), { ...PATIENCE, headers: strange });
    expect(reply.json()).toMatchObject({ kind: 'answer' });
    hostile.publish(recording, bytes(requestOf('meetings.record-attendance')), { reply: recording });
    await hostile.flush();
    await isAlive();
  });
});
