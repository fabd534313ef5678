import { encodeRequest, MAX_MESSAGE_BYTES, type Messaging } from '@benkan/messaging';
import fc from 'fast-check';
import { connect, headers, type NatsConnection } from 'nats';
import { natsMessaging } from './messaging';
import { ask, place, requestOf, serviceAt, type Place, type Running } from './testing';

const subject = 'benkan.v1.meetings.record-attendance';
const request = requestOf('meetings.record-attendance', {}, { deadline: Date.now() + 600_000 });
const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

const whole = encodeRequest(request);
const cutShort = fc
  .nat({ max: 100 })
  .map((n) => (whole.kind === 'bytes' ? whole.bytes.subarray(0, n) : bytes(n)));
const nonsense: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.json().map((text) => Buffer.from(text)),
  fc.string().map((text) => Buffer.from(text)),
  cutShort,
  fc.nat({ max: 5_000 }).map((depth) => Buffer.from('['.repeat(depth))),
  fc.nat({ max: 2_000 }).map((depth) => Buffer.from(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)),
  fc.jsonValue().map((id) => bytes({ ...request, id: typeof id === 'string' ? [id] : id })),
  fc.constantFrom(
    Buffer.alloc(0),
    bytes(null),
    bytes({ ...request, id: undefined }),
    bytes({ pattern: 'x', data: {} }),
    bytes({ ...request, name: 'meetings.refuses' }),
    Buffer.from('{"__proto__":{"v":1}}'),
  ),
);

describe('a service that is sent nonsense', () => {
  let broker: Place;
  let service: Running;
  let messaging: Messaging;
  let hostile: NatsConnection;
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);

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

  it('answers every one of 2,000 malformed messages, and then the good one', async () => {
    const messages = [...fc.sample(nonsense, 2_000), Buffer.alloc(MAX_MESSAGE_BYTES + 1, '"')];
    for (let at = 0; at < messages.length; at += 100) {
      const replies = await Promise.all(
        messages.slice(at, at + 100).map((each) => hostile.request(subject, each, { timeout: 20_000 })),
      );
      replies.forEach((reply) => expect(reply.json()).toEqual({ v: 1, kind: 'fault', code: 'malformed' }));
    }
    expect(await ask(messaging, 'meetings.record-attendance')).toMatchObject({ kind: 'answer' });
    expect(service.reported).toEqual([]);
    expect(unhandled).toEqual([]);
  });

  it('ignores messages nobody waits for, good or bad', async () => {
    fc.sample(nonsense, 200).forEach((each) => hostile.publish(subject, each));
    hostile.publish('benkan.v1.meetings.throws', bytes(requestOf('meetings.throws')));
    await hostile.flush();
    expect(await ask(messaging, 'meetings.record-attendance')).toMatchObject({ kind: 'answer' });
    expect(service.reported).toEqual([]);
  });

  it('is not confused by headers, nor by a reply subject that is its own', async () => {
    const strange = headers(503, 'nobody');
    const reply = await hostile.request(subject, bytes(request), { timeout: 20_000, headers: strange });
    expect(reply.json()).toMatchObject({ kind: 'answer' });
    hostile.publish(subject, bytes(requestOf('meetings.record-attendance')), { reply: subject });
    await hostile.flush();
    expect(await ask(messaging, 'meetings.record-attendance')).toMatchObject({ kind: 'answer' });
    expect(unhandled).toEqual([]);
  });
});
