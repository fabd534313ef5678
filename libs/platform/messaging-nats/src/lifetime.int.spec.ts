import { serve, type Serving } from '@benkan/broker';
import type { Messaging } from '@benkan/messaging';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import { natsMessaging } from './messaging';
import { natsServer } from './server';
import { ask, resetTurnstile, serviceAt, turnstile, type Running } from './testing';

const token = 'a-token';
const name = 'suite';

describe('the lifetime of a service and its callers', () => {
  const open: (() => Promise<unknown>)[] = [];
  const opened = <T extends Serving | Running | Messaging>(each: T): T => {
    open.push(() => each.close());
    return each;
  };
  const broker = async (port = 0): Promise<Serving> => opened(await serve({ port, token, lingerMs: 200 }));
  const answered = async (messaging: Messaging): Promise<number> => {
    for (let asked = 1; ; asked += 1) {
      const reply = await ask(messaging, 'meetings.record-attendance');
      if (reply.kind === 'answer') return asked;
      expect(reply).toMatchObject({ code: 'unavailable' });
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  beforeEach(resetTurnstile);
  afterEach(async () => {
    turnstile.leave.open();
    for (const close of open.splice(0).reverse()) await close();
  });

  it('answers again after the broker was away', async () => {
    const first = await broker();
    const { url, port } = first;
    const messaging = opened(natsMessaging({ url, token, name }));
    const service = await serviceAt({ url, token, name });
    opened(service);
    await answered(messaging);
    await first.close();
    expect(await ask(messaging, 'meetings.record-attendance')).toMatchObject({ code: 'unavailable' });
    expect(messaging.connected()).toBe(false);
    await broker(port);
    await answered(messaging);
    expect(messaging.connected()).toBe(true);
  });

  it('says "unavailable" at once to those who wait when the connection is lost', async () => {
    const first = await broker();
    const { url } = first;
    const messaging = opened(natsMessaging({ url, token, name }));
    opened(await serviceAt({ url, token, name }, { drainMs: 50 }));
    const waiting = ask(messaging, 'meetings.waits');
    await turnstile.enter.opened;
    await first.close();
    expect(await waiting).toMatchObject({ kind: 'fault', code: 'unavailable' });
  });

  it('lets a request under way finish when the service closes, and takes no other', async () => {
    const { url } = await broker();
    const messaging = opened(natsMessaging({ url, token, name }));
    const service = await serviceAt({ url, token, name });
    const waiting = ask(messaging, 'meetings.waits');
    await turnstile.enter.opened;
    const closed = service.close();
    for (;;) {
      const reply = await ask(messaging, 'meetings.record-attendance');
      if (reply.kind === 'fault' && reply.code === 'unavailable') break;
    }
    expect(turnstile.ended).toBe(0);
    turnstile.leave.open();
    expect(await waiting).toMatchObject({ kind: 'answer', data: 'done' });
    await closed;
  });

  it('fails no request while instances are replaced one after the other', async () => {
    const { url } = await broker();
    const messaging = opened(natsMessaging({ url, token, name }));
    let current = await serviceAt({ url, token, name });
    const kinds = new Set<string>();
    let rolling = true;
    const asking = Array.from({ length: 8 }, async () => {
      while (rolling) kinds.add((await ask(messaging, 'meetings.record-attendance')).kind);
    });
    for (let round = 0; round < 5; round += 1) {
      const next = await serviceAt({ url, token, name });
      await current.close();
      current = next;
    }
    rolling = false;
    await Promise.all(asking);
    await current.close();
    expect([...kinds]).toEqual(['answer']);
  });

  it('closes after its deadline even when a request never ends, and survives its late reply', async () => {
    const { url } = await broker();
    const messaging = opened(natsMessaging({ url, token, name }));
    const service = await serviceAt({ url, token, name }, { drainMs: 30 });
    const waiting = ask(messaging, 'meetings.waits', {}, { deadline: Date.now() + 500 });
    await turnstile.enter.opened;
    await service.close();
    turnstile.leave.open();
    expect(await waiting).toMatchObject({ code: 'timeout' });
    expect(turnstile.ended).toBe(1);
  });

  it('waits for a broker that comes later', async () => {
    const { url, port, close } = await serve({ token });
    await close();
    const messaging = opened(natsMessaging({ url, token, name }));
    const service = serviceAt({ url, token, name });
    const early = ask(messaging, 'meetings.refuses', {}, { deadline: Date.now() + 30 });
    expect(await early).toMatchObject({ code: 'unavailable' });
    await broker(port);
    opened(await service);
    await answered(messaging);
  });

  it('gives up waiting when closed before the broker came', async () => {
    const { url, close } = await serve({ token });
    await close();
    const messaging = natsMessaging({ url, token, name });
    const asked = ask(messaging, 'meetings.refuses');
    await messaging.close();
    expect(await asked).toMatchObject({ code: 'unavailable' });
    expect(await ask(messaging, 'meetings.refuses')).toMatchObject({ code: 'unavailable' });
    await messaging.close();

    const { strategy } = natsServer({ url, token, name, queue: 'q' });
    const listening = new Promise((resolve) => void strategy.listen(resolve));
    await strategy.close();
    expect(await listening).toMatchObject({ name: 'AbortError' });
  });

  it('does not start with a token that is refused', async () => {
    const { url } = await broker();
    await expect(serviceAt({ url, token: 'wrong', name })).rejects.toMatchObject({
      code: 'AUTHORIZATION_VIOLATION',
    });
    const messaging = opened(natsMessaging({ url, token: 'wrong', name }));
    expect(await ask(messaging, 'meetings.refuses')).toMatchObject({ code: 'unavailable' });
  });

  it('does not serve what it could not answer', async () => {
    @Controller()
    class Events {
      @EventPattern('meetings.happened')
      on(): void {}
    }
    @Controller()
    class Wild {
      @MessagePattern('meetings.*')
      on(): void {}
    }
    for (const controller of [Events, Wild]) {
      @Module({ controllers: [controller] })
      class Service {}
      const strategy = natsServer({ url: 'nats://127.0.0.1:1', name, queue: 'q' });
      const app = await NestFactory.createMicroservice(Service, {
        ...strategy,
        logger: false,
        abortOnError: false,
      });
      await expect(app.init()).rejects.toThrow(TypeError);
    }
  });
});
