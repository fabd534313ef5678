import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import { natsServer } from './server';

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

describe('a service', () => {
  it.each([
    ['an event nobody would be answered', Events],
    ['a pattern that is no wire name', Wild],
  ])('does not serve %s', async (_what, controller) => {
    @Module({ controllers: [controller] })
    class Service {}
    const app = await NestFactory.createMicroservice(Service, {
      ...natsServer({ url: 'nats://127.0.0.1:1', name: 'suite', queue: 'q' }),
      logger: false,
      abortOnError: false,
    });
    await expect(app.init()).rejects.toThrow(TypeError);
  });
});
