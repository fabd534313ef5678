import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MessagePattern, Payload, Transport } from '@nestjs/microservices';
import { connect } from 'nats';
import { recordAttendance } from '@benkan/contracts/meetings';
import { commandDoor, serviceModule } from '@benkan/doors';
import { natsServer } from '@benkan/messaging-nats';
import { contextsOf, doorkeeper } from './attendance-door';
import { serveParent } from './child';
import { PLAIN, RAW } from './subjects';

export type RespondersOrder = {
  /** `service` answers on the subjects of the meetings service: never beside a stack. */
  readonly listen: readonly ('service' | 'plain' | 'raw')[];
  readonly natsUrl: string;
  readonly natsToken: string | undefined;
  readonly contextKey: string;
};

const ANSWER = { revision: '41', position: '123456', changed: true };
const RAW_REPLY = Buffer.from(
  JSON.stringify({ v: 1, kind: 'answer', data: { id: '00000000-0000-4000-8000-000000000000', ...ANSWER } }),
);

// the door of the service, with nothing behind it
const idleDoor = commandDoor(recordAttendance, ({ body }) =>
  Promise.resolve({ id: body.meetingId, kind: 'recorded', revision: 41n, position: 123_456n, changed: true }),
);

/** What the same service would be in Nest alone: a handler that checks its request and answers. */
@Controller()
class PlainController {
  @MessagePattern(PLAIN)
  answer(@Payload() body: unknown) {
    return { id: recordAttendance.request.parse(body).meetingId, ...ANSWER };
  }
}

@Module({ controllers: [PlainController] })
class PlainModule {}

const QUIET = { logger: false, abortOnError: false } as const;

const startOurs = async ({ natsUrl: url, natsToken, contextKey }: RespondersOrder): Promise<void> => {
  const token = natsToken === undefined ? {} : { token: natsToken };
  const app = await NestFactory.createMicroservice(
    serviceModule([idleDoor], doorkeeper(contextsOf(contextKey))),
    { ...natsServer({ url, name: 'bench', queue: 'bench', ...token }), ...QUIET },
  );
  await app.listen();
};

const startPlain = async ({ natsUrl, natsToken }: RespondersOrder): Promise<void> => {
  const options = { servers: [natsUrl], ...(natsToken === undefined ? {} : { token: natsToken }) };
  const app = await NestFactory.createMicroservice(PlainModule, {
    transport: Transport.NATS,
    options,
    ...QUIET,
  });
  await app.listen();
};

const startRaw = async ({ natsUrl, natsToken }: RespondersOrder): Promise<void> => {
  const connection = await connect({
    servers: natsUrl,
    ...(natsToken === undefined ? {} : { token: natsToken }),
  });
  connection.subscribe(RAW, { callback: (_error, message) => void message.respond(RAW_REPLY) });
  await connection.flush();
};

serveParent<RespondersOrder, 'listening'>(async (order) => {
  const starts = { service: startOurs, plain: startPlain, raw: startRaw };
  await Promise.all(order.listen.map((handler) => starts[handler](order)));
  return 'listening';
});
