import { Controller, Inject, Module, type DynamicModule, type Type } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Reply, Request } from '@benkan/messaging';
import { nameOf, type Door } from './door';
import { openDoor, type Doorkeeper } from './open-door';

const DOORS = Symbol('doors');
const DOORKEEPER = Symbol('doorkeeper');

type Doors = ReadonlyMap<string, Door>;

/** One Nest controller a wire name: the subject's last part is the contract's name. */
const doorController = (name: string): Type => {
  @Controller()
  class DoorController {
    constructor(
      @Inject(DOORS) private readonly doors: Doors,
      @Inject(DOORKEEPER) private readonly doorkeeper: Doorkeeper,
    ) {}

    @MessagePattern(name)
    async answer(@Payload() request: Request): Promise<Reply> {
      const door = this.doors.get(name);
      if (door === undefined) return { v: 1, kind: 'fault', code: 'internal' };
      return openDoor(door, request, this.doorkeeper);
    }
  }
  return DoorController;
};

@Module({})
class ServiceModule {}

/** A Nest module that answers at the given doors. */
export const serviceModule = (doors: readonly Door[], doorkeeper: Doorkeeper): DynamicModule => ({
  module: ServiceModule,
  controllers: doors.map((door) => doorController(nameOf(door))),
  providers: [
    { provide: DOORS, useValue: new Map(doors.map((door) => [nameOf(door), door])) },
    { provide: DOORKEEPER, useValue: doorkeeper },
  ],
});
