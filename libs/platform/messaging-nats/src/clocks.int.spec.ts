import type { Messaging } from '@benkan/messaging';
import { natsMessaging } from './messaging';
import { ask, place, resetTurnstile, serviceAt, turnstile, type Place, type Running } from './testing';

const HOUR_MS = 3_600_000;

// the hour is read when a request leaves and when it arrives; nobody waits by it
describe('a clock that is set while a request is under way', () => {
  let broker: Place;
  let service: Running;
  let messaging: Messaging;
  const setClock = (byMs: number): void => {
    const set = Date.now() + byMs;
    const since = performance.now();
    jest.spyOn(Date, 'now').mockImplementation(() => set + performance.now() - since);
  };

  beforeAll(async () => {
    broker = await place();
    service = await serviceAt(broker);
    messaging = natsMessaging(broker);
  });
  beforeEach(resetTurnstile);
  afterEach(() => {
    jest.restoreAllMocks();
    turnstile.leave.open();
  });
  afterAll(async () => {
    await Promise.all([service.close(), messaging.close()]);
    await broker.close();
  });

  it('does not end the waiting when it is set forward', async () => {
    const waiting = ask(messaging, 'meetings.waits', {}, { deadline: Date.now() + 20_000 });
    await turnstile.enter.opened;
    setClock(HOUR_MS);
    const other = ask(messaging, 'meetings.waits', {}, { deadline: Date.now() + 20_000 });
    turnstile.leave.open();
    expect(await waiting).toMatchObject({ kind: 'answer' });
    expect(await other).toMatchObject({ kind: 'answer' });
  });

  it('does not make the waiting longer when it is set back', async () => {
    const waiting = ask(messaging, 'meetings.waits', {}, { deadline: Date.now() + 300 });
    await turnstile.enter.opened;
    setClock(-HOUR_MS);
    expect(await waiting).toMatchObject({ kind: 'fault', code: 'timeout' });
  });
});
