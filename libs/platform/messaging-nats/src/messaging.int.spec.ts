import { MAX_MESSAGE_BYTES, type Messaging, type Request } from '@benkan/messaging';
import { connect, type NatsConnection } from 'nats';
import { natsMessaging } from './messaging';
import {
  ask,
  place,
  requestOf,
  resetTurnstile,
  serviceAt,
  turnstile,
  type Place,
  type Running,
} from './testing';

describe('asking over NATS', () => {
  let broker: Place;
  let service: Running;
  let messaging: Messaging;
  let raw: NatsConnection;

  beforeAll(async () => {
    broker = await place();
    service = await serviceAt(broker, { maxInFlight: 20 });
    messaging = natsMessaging(broker);
    raw = await connect({ servers: broker.url, token: broker.token ?? '' });
  });
  beforeEach(resetTurnstile);
  afterAll(async () => {
    await Promise.all([service.close(), messaging.close(), raw.close()]);
    await broker.close();
  });

  it('brings back what the service answers', async () => {
    const reply = await ask(messaging, 'meetings.record-attendance', { seats: 12 }, { commandId: 'c-1' });
    expect(reply).toEqual({
      v: 1,
      kind: 'answer',
      data: { body: { seats: 12 }, commandId: 'c-1', name: 'meetings.record-attendance' },
    });
    expect(messaging.connected()).toBe(true);
  });

  it('brings each of many askers its own answer', async () => {
    const bodies = Array.from({ length: 20 }, (_, n) => n);
    const replies = await Promise.all(bodies.map((n) => ask(messaging, 'meetings.record-attendance', n)));
    expect(replies.map((reply) => reply.kind === 'answer' && reply.data)).toMatchObject(
      bodies.map((body) => ({ body })),
    );
  });

  it('brings back a refusal as it is', async () => {
    expect(await ask(messaging, 'meetings.refuses')).toEqual({
      v: 1,
      kind: 'refused',
      code: 'already-recorded',
      differences: [{ field: 'seats', recorded: 11, given: 12 }],
    });
  });

  it('answers a bug with "internal" and nothing of what happened', async () => {
    expect(await ask(messaging, 'meetings.throws')).toEqual({ v: 1, kind: 'fault', code: 'internal' });
    expect(service.reported).toMatchObject([{ message: 'the secret of Ségou' }]);
  });

  it('answers a thrown fault with its code', async () => {
    expect(await ask(messaging, 'meetings.faults')).toEqual({
      v: 1,
      kind: 'fault',
      code: 'storage-full',
      detail: 'no room left',
      problems: [{ pointer: '/a', code: 'b', detail: 'c' }],
    });
  });

  it('answers once when a handler says more', async () => {
    expect(await ask(messaging, 'meetings.streams')).toMatchObject({ data: 1 });
  });

  it('answers "internal" for what is no reply', async () => {
    expect(await ask(messaging, 'meetings.answers-nonsense')).toMatchObject({
      kind: 'fault',
      code: 'internal',
    });
  });

  it('sends the largest message both ways, and none larger', async () => {
    const envelope = JSON.stringify(requestOf('meetings.record-attendance', '')).length;
    const fits = 'x'.repeat(MAX_MESSAGE_BYTES - envelope);
    expect(await ask(messaging, 'meetings.record-attendance', fits)).toMatchObject({ kind: 'answer' });
    expect(await ask(messaging, 'meetings.record-attendance', `${fits}x`)).toMatchObject({
      code: 'too-large',
    });
    expect(await ask(messaging, 'meetings.answers-much', MAX_MESSAGE_BYTES - 50)).toMatchObject({
      kind: 'answer',
    });
    expect(await ask(messaging, 'meetings.answers-much', MAX_MESSAGE_BYTES)).toMatchObject({
      code: 'too-large',
    });
    expect(await ask(messaging, 'meetings.answers-much', 4 * MAX_MESSAGE_BYTES)).toMatchObject({
      code: 'too-large',
    });
    expect(await ask(messaging, 'meetings.record-attendance')).toMatchObject({ kind: 'answer' });
  });

  it('says at once that nobody listens', async () => {
    const begun = Date.now();
    expect(await ask(messaging, 'meetings.unheard-of')).toEqual({ v: 1, kind: 'fault', code: 'unavailable' });
    expect(Date.now() - begun).toBeLessThan(5_000);
  });

  it('says "timeout" when the deadline passes, before or after asking', async () => {
    expect(await ask(messaging, 'meetings.waits', {}, { deadline: Date.now() - 1 })).toMatchObject({
      code: 'timeout',
    });
    expect(await ask(messaging, 'meetings.waits', {}, { deadline: Date.now() + 50 })).toMatchObject({
      code: 'timeout',
    });
    turnstile.leave.open();
  });

  it('waits for a deadline that is far away', async () => {
    const far = { deadline: Date.now() + 2 ** 40 };
    expect(await ask(messaging, 'meetings.record-attendance', 1, far)).toMatchObject({ kind: 'answer' });
  });

  it('is refused as "expired" by a service that gets it too late', async () => {
    const late = JSON.stringify(requestOf('meetings.refuses', {}, { deadline: Date.now() - 1 }));
    const message = await raw.request('benkan.v1.meetings.refuses', late);
    expect(message.json()).toEqual({ v: 1, kind: 'fault', code: 'expired' });
  });

  it('is told "overloaded" at once when too much is under way', async () => {
    const waiting = Array.from({ length: 20 }, () => ask(messaging, 'meetings.waits'));
    await turnstile.enter.opened;
    expect(await ask(messaging, 'meetings.waits')).toMatchObject({ kind: 'fault', code: 'overloaded' });
    turnstile.leave.open();
    expect((await Promise.all(waiting)).every(({ kind }) => kind === 'answer')).toBe(true);
  });

  it.each(['', 'a b', 'a\r\nPUB x 0', 'meetings.*', '>', 'a..b', 'a'.repeat(300)])(
    'sends nothing to a name like "%s"',
    async (name) => {
      expect(await ask(messaging, name)).toEqual({ v: 1, kind: 'fault', code: 'malformed' });
    },
  );

  it('sends nothing that is no JSON', async () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    expect(await ask(messaging, 'meetings.refuses', cycle)).toMatchObject({ code: 'malformed' });
    expect(await ask(messaging, 'meetings.refuses', 1n)).toMatchObject({ code: 'malformed' });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"v":1,'],
    ['null', 'null'],
    ["Nest's own envelope", '{"response":{"v":1,"kind":"answer","data":1},"isDisposed":true}'],
    ['an error', '{"err":"boom"}'],
    ['depth', '['.repeat(100_000)],
    ['an unknown kind', '{"v":1,"kind":"perhaps"}'],
  ])('says "malformed" of a service that answers %s', async (_what, said) => {
    const subscription = raw.subscribe('benkan.v1.strange.service', {
      callback: (_error, message) => void message.respond(said),
    });
    await raw.flush();
    expect(await ask(messaging, 'strange.service')).toEqual({ v: 1, kind: 'fault', code: 'malformed' });
    subscription.unsubscribe();
  });

  it('says "internal" of a fault too where the filter is forgotten', async () => {
    const queue = 'unfiltered';
    await service.close();
    const bare = await serviceAt(broker, { queue, filter: false });
    expect(await ask(messaging, 'meetings.throws')).toEqual({ v: 1, kind: 'fault', code: 'internal' });
    expect(await ask(messaging, 'meetings.faults')).toEqual({ v: 1, kind: 'fault', code: 'internal' });
    await bare.close();
    service = await serviceAt(broker, { maxInFlight: 20 });
  });

  it('never rejects, whatever it is given', async () => {
    const strange = [null, undefined, 7, {}, { v: 1 }] as unknown as Request[];
    const replies = await Promise.all(strange.map((each) => messaging.request(each)));
    expect(replies.every(({ kind }) => kind === 'fault')).toBe(true);
  });
});
