import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

export const READINESS = Symbol('readiness');

/** Names of what is not ready; empty when everything is. */
export type Readiness = () => Promise<readonly string[]>;

/** For launchers and load balancers: alive is answering at all, ready is being able to serve. */
@Controller('health')
export class HealthController {
  constructor(@Inject(READINESS) private readonly missing: Readiness) {}

  @Get('live')
  live(): { readonly status: 'up' } {
    return { status: 'up' };
  }

  @Get('ready')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly status: 'ready' | 'starting'; readonly waitingFor: readonly string[] }> {
    const waitingFor = await this.missing();
    void reply.status(waitingFor.length === 0 ? 200 : 503);
    return { status: waitingFor.length === 0 ? 'ready' : 'starting', waitingFor };
  }
}
