import type { Messaging } from '@benkan/messaging';
import { natsMessaging } from './messaging';
import { Road } from './road/testing';
import { natsServer } from './server';
import { ask, place, resetTurnstile, serviceAt, turnstile, type Place, type Running } from './testing';

// the client's own limit, unless told otherwise
const MOST_ATTEMPTS_BY_DEFAULT = 10;
const FOR_EVER_MS = 2 ** 31 - 1;

describe('the lifetime of a service and its callers', () => {
  const open: (() => Promise<unknown>)[] = [];
  const opened = <T extends Running | Messaging | Road>(each: T): T => {
    open.push(() => each.close());
    return each;
  };
  let broker: Place;
  const answered = async (messaging: Messaging): Promise<void> => {
    for (;;) {
      const reply = await ask(messaging, 'meetings.record-attendance');
      if (reply.kind === 'answer') return;
      expect(reply).toMatchObject({ code: 'unavailable' });
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  beforeAll(async () => {
    broker = await place();
  });
  beforeEach(resetTurnstile);
  afterEach(async () => {
    turnstile.leave.open();
    for (const close of open.splice(0).reverse()) await close();
  });
  afterAll(() => broker.close());

  it('answers again after the broker was away longer than any client would wait by itself', async () => {
    const roads = [opened(await Road.to(broker)), opened(await Road.to(broker))] as const;
    const [here, there] = roads.map(({ address }) => address) as [Place, Place];
    const messaging = opened(natsMessaging(here));
    opened(await serviceAt(there));
    await answered(messaging);
    roads.forEach((road) => road.cut());
    expect(await ask(messaging, 'meetings.record-attendance')).toMatchObject({ code: 'unavailable' });
    expect(messaging.connected()).toBe(false);
    await Promise.all(roads.map((road) => road.turnsAway(MOST_ATTEMPTS_BY_DEFAULT + 5)));
    expect(await ask(messaging, 'meetings.record-attendance')).toMatchObject({ code: 'unavailable' });
    roads.forEach((road) => road.mend());
    await answered(messaging);
    expect(messaging.connected()).toBe(true);
  });

  it('waits for a broker that comes later than any client would wait by itself', async () => {
    const road = opened(await Road.to(broker));
    road.cut();
    const messaging = opened(natsMessaging(road.address));
    const service = serviceAt(road.address);
    const early = ask(messaging, 'meetings.refuses', {}, { deadline: Date.now() + 30 });
    expect(await early).toMatchObject({ code: 'unavailable' });
    await road.turnsAway(2 * (MOST_ATTEMPTS_BY_DEFAULT + 5));
    road.mend();
    opened(await service);
    await answered(messaging);
  });

  it('says "unavailable" at once to those who wait when the connection is lost', async () => {
    const road = opened(await Road.to(broker));
    const messaging = opened(natsMessaging(road.address));
    opened(await serviceAt(broker, { drainMs: 50 }));
    const waiting = ask(messaging, 'meetings.waits', {}, { deadline: Date.now() + FOR_EVER_MS });
    await turnstile.enter.opened;
    road.cut();
    expect(await waiting).toMatchObject({ kind: 'fault', code: 'unavailable' });
  });

  it('lets a request under way finish when the service closes, and takes no other', async () => {
    const messaging = opened(natsMessaging(broker));
    const service = await serviceAt(broker, { drainMs: FOR_EVER_MS });
    const waiting = ask(messaging, 'meetings.waits');
    await turnstile.enter.opened;
    let left = false;
    const closed = service.close().then(() => {
      left = true;
    });
    // long enough for it to be gone, if it did not wait
    for (let refused = 0; refused < 100;) {
      const reply = await ask(messaging, 'meetings.record-attendance');
      if (reply.kind === 'fault' && reply.code === 'unavailable') refused += 1;
    }
    expect(left).toBe(false);
    expect(turnstile.ended).toBe(0);
    turnstile.leave.open();
    expect(await waiting).toMatchObject({ kind: 'answer', data: 'done' });
    await closed;
  });

  it('closes without waiting for anything when nothing is under way', async () => {
    const service = await serviceAt(broker, { drainMs: FOR_EVER_MS });
    const messaging = natsMessaging(broker);
    await answered(messaging);
    await Promise.all([service.close(), messaging.close()]);
    expect(messaging.connected()).toBe(false);
  });

  it('fails no request while instances are replaced one after the other', async () => {
    const messaging = opened(natsMessaging(broker));
    let current = await serviceAt(broker);
    const kinds = new Set<string>();
    let rolling = true;
    const asking = Array.from({ length: 8 }, async () => {
      while (rolling) kinds.add((await ask(messaging, 'meetings.record-attendance')).kind);
    });
    for (let round = 0; round < 5; round += 1) {
      const next = await serviceAt(broker);
      await current.close();
      current = next;
    }
    rolling = false;
    await Promise.all(asking);
    await current.close();
    expect([...kinds]).toEqual(['answer']);
  });

  it('closes after its deadline even when a request never ends, and survives its late reply', async () => {
    const messaging = opened(natsMessaging(broker));
    const service = await serviceAt(broker, { drainMs: 30 });
    const waiting = ask(messaging, 'meetings.waits', {}, { deadline: Date.now() + 500 });
    await turnstile.enter.opened;
    await service.close();
    turnstile.leave.open();
    expect(await waiting).toMatchObject({ code: 'timeout' });
    expect(turnstile.ended).toBe(1);
  });

  it('gives up waiting when closed before the broker came', async () => {
    const road = opened(await Road.to(broker));
    road.cut();
    const messaging = natsMessaging(road.address);
    const asked = ask(messaging, 'meetings.refuses');
    await messaging.close();
    expect(await asked).toMatchObject({ code: 'unavailable' });
    expect(await ask(messaging, 'meetings.refuses')).toMatchObject({ code: 'unavailable' });
    await messaging.close();

    const { strategy } = natsServer({ ...road.address, queue: 'q' });
    const listening = new Promise((resolve) => void strategy.listen(resolve));
    await strategy.close();
    expect(await listening).toMatchObject({ name: 'AbortError' });
  });

  it('does not start with a token that is refused', async () => {
    const stranger = { ...broker, token: 'wrong' };
    await expect(serviceAt(stranger)).rejects.toMatchObject({ code: 'AUTHORIZATION_VIOLATION' });
    const messaging = opened(natsMessaging(stranger));
    expect(await ask(messaging, 'meetings.refuses')).toMatchObject({ code: 'unavailable' });
  });
});
