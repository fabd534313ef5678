import { trustedClock } from './clock-guard';
import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { PATTERN_METADATA } from '@nestjs/microservices/constants';
import { Test, type TestingModule } from '@nestjs/testing';
import { z } from 'zod';
import { defineCommand, defineQuery } from '@benkan/contracts';
import type { Reply, Request } from '@benkan/messaging';
import { silentLog } from '@benkan/observability';
import { signedContexts } from '@benkan/security';
import { commandDoor, queryDoor } from './door';
import { serviceModule } from './service-module';

const hold = defineCommand({
  name: 'meetings.hold',
  summary: 'A meeting was held',
  request: z.strictObject({ meetingId: z.string() }),
  refusals: ['not-convened'],
  example: { meetingId: 'm1' },
});
const get = defineQuery({
  name: 'meetings.get-meeting',
  summary: 'One meeting',
  request: z.strictObject({ meetingId: z.string() }),
  response: z.strictObject({ held: z.boolean() }),
});

const context = signedContexts({ key: randomBytes(32) });
const doors = [
  commandDoor(hold, async () => ({ kind: 'refused', code: 'not-convened', id: 'm1' })),
  queryDoor(get, async ({ body }) => ({ held: body.meetingId === 'm1' })),
];
const keeper = {
  context,
  log: silentLog,
  clock: trustedClock,
  now: () => new Date(),
  waitFor: async () => true,
};

type Answering = { answer(request: Request): Promise<Reply> };

const request = (name: string): Request => ({
  ...{ v: 1, id: randomUUID(), name, body: { meetingId: 'm1' }, correlationId: 'c', deadline: 0 },
  context: context.sign(
    { issuer: 'i', subject: 's', roles: [{ role: 'secretary', territory: null }] },
    1_000,
  ),
});

describe('the module of a service', () => {
  const definition = serviceModule(doors, keeper);
  const controllers = definition.controllers ?? [];
  let testing: TestingModule;
  beforeAll(async () => {
    testing = await Test.createTestingModule({ imports: [definition] }).compile();
  });
  afterAll(() => testing.close());

  const patternsOf = (index: number): unknown =>
    Reflect.getMetadata(PATTERN_METADATA, controllers[index]?.prototype.answer as object);

  it('has a controller for each door, by its wire name', () => {
    expect(controllers.map((_, index) => patternsOf(index))).toEqual([[hold.name], [get.name]]);
  });

  it('answers at each door with what stands behind it', async () => {
    const [holding, getting] = controllers.map((controller) => testing.get<Answering>(controller));
    expect(await holding?.answer(request(hold.name))).toEqual({
      v: 1,
      kind: 'refused',
      code: 'not-convened',
    });
    expect(await getting?.answer(request(get.name))).toEqual({ v: 1, kind: 'answer', data: { held: true } });
  });
});
