import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

export const READINESS = Symbol('readiness');
export const DAMAGE = Symbol('damage');

/** Names of what is not ready; empty when everything is. */
export type Readiness = () => Promise<readonly string[]>;

export type Ready = {
  readonly status: 'ready' | 'starting';
  readonly waitingFor: readonly string[];
  /** Stores whose bytes were found damaged: what is whole is served, an operator must act. Absent while none is. */
  readonly damaged?: readonly string[];
};

/** For launchers and load balancers: alive is answering at all, ready is being able to serve. */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(READINESS) private readonly missing: Readiness,
    @Inject(DAMAGE) private readonly damaged: () => readonly string[],
  ) {}

  @Get('live')
  live(): { readonly status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Ready> {
    const waitingFor = await this.missing();
    const damaged = this.damaged();
    void reply.status(waitingFor.length === 0 ? 200 : 503);
    return {
      status: waitingFor.length === 0 ? 'ready' : 'starting',
      waitingFor,
      ...(damaged.length > 0 && { damaged }),
    };
  }
}
