import { randomUUID } from 'node:crypto';
import { Fault, type Messaging, type Reply, type Request } from '@benkan/messaging';
import { start } from '@benkan/broker';
import { Controller, Logger, Module } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { PATTERN_METADATA } from '@nestjs/microservices/constants';
import { NestFactory } from '@nestjs/core';
import { of } from 'rxjs';
import type { NatsAddress } from './connecting';
import { FaultFilter } from './fault-filter';
import type { NatsServerOptions } from './safe-server';
import { natsServer } from './server';

Logger.overrideLogger(false);

export type Place = NatsAddress & { close(): Promise<void> };

/** Our broker, or the one of `NATS_URL`; its token is `NATS_TOKEN`, or stands in the URL (`nats://token@host:port`). */
export const place = async (): Promise<Place> => {
  const { NATS_URL, NATS_TOKEN } = process.env;
  if (NATS_URL !== undefined) {
    const { host, username } = new URL(NATS_URL);
    const token = NATS_TOKEN ?? username;
    return { url: `nats://${host}`, token, name: 'suite', close: async () => undefined };
  }
  const token = randomUUID();
  const { url, close } = await start({ token });
  return { url, token, name: 'suite', close };
};

/** A promise one opens by hand. */
export class Gate {
  readonly opened: Promise<void>;
  open: () => void = () => undefined;

  constructor() {
    this.opened = new Promise((resolve) => (this.open = resolve));
  }
}

/** Reached when a handler of `waits` has begun; it goes on when `leave` opens. */
export const turnstile = { enter: new Gate(), leave: new Gate(), ended: 0 };
export const resetTurnstile = (): void => {
  Object.assign(turnstile, { enter: new Gate(), leave: new Gate(), ended: 0 });
};

const answer = (data: unknown): Reply => ({ v: 1, kind: 'answer', data });

@Controller()
class Meetings {
  @MessagePattern('meetings.record-attendance')
  record(@Payload() request: Request): Reply {
    return answer({ body: request.body, commandId: request.commandId, name: request.name });
  }

  @MessagePattern('meetings.refuses')
  refuses(): Reply {
    return {
      v: 1,
      kind: 'refused',
      code: 'already-recorded',
      differences: [{ field: 'seats', recorded: 11, given: 12 }],
    };
  }

  @MessagePattern('meetings.throws')
  throws(): Promise<Reply> {
    return Promise.reject(new Error('the secret of Ségou'));
  }

  @MessagePattern('meetings.faults')
  faults(): Reply {
    throw new Fault('storage-full', 'no room left', [{ pointer: '/a', code: 'b', detail: 'c' }]);
  }

  @MessagePattern('meetings.streams')
  streams() {
    return of(answer(1), answer(2));
  }

  @MessagePattern('meetings.answers-nonsense')
  nonsense(): object {
    return { response: 'hello', isDisposed: true };
  }

  @MessagePattern('meetings.answers-much')
  much(@Payload() { body }: Request): Reply {
    return answer('x'.repeat(Number(body)));
  }

  @MessagePattern('meetings.waits')
  async waits(): Promise<Reply> {
    turnstile.enter.open();
    await turnstile.leave.opened;
    turnstile.ended += 1;
    return answer('done');
  }
}

@Module({ controllers: [Meetings] })
class Service {}

/** All a service listens on. */
export const SUBJECTS: readonly string[] = Object.getOwnPropertyNames(Meetings.prototype).flatMap(
  (method) => {
    const patterns: unknown = Reflect.getMetadata(PATTERN_METADATA, Reflect.get(Meetings.prototype, method));
    return Array.isArray(patterns) ? patterns.map((pattern) => `benkan.v1.${String(pattern)}`) : [];
  },
);

export type Running = { readonly reported: readonly unknown[]; close(): Promise<void> };

export const serviceAt = async (
  address: NatsAddress,
  options: Partial<NatsServerOptions> & { readonly filter?: boolean } = {},
): Promise<Running> => {
  const reported: unknown[] = [];
  const { strategy } = natsServer({ queue: 'meetings', ...address, ...options });
  const app = await NestFactory.createMicroservice(Service, { strategy, logger: false });
  if (options.filter ?? true) app.useGlobalFilters(new FaultFilter((error) => reported.push(error)));
  await app.listen();
  return { reported, close: () => app.close() };
};

export const requestOf = (name: string, body: unknown = {}, more: Partial<Request> = {}): Request => ({
  v: 1,
  id: randomUUID(),
  name,
  body,
  context: 'signed',
  correlationId: randomUUID(),
  deadline: Date.now() + 20_000,
  ...more,
});

export const ask = (messaging: Messaging, ...request: Parameters<typeof requestOf>): Promise<Reply> =>
  messaging.request(requestOf(...request));
