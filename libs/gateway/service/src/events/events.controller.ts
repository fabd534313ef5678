import { Readable } from 'node:stream';
import { Controller, Get, Inject, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { listEvents } from '@benkan/contracts/analytics';
import { forward, type GatewayDeps } from '../http/forward';
import { lastEventIdOf } from '../http/headers';
import { HttpProblem } from '../http/problem';
import { GATEWAY } from '../http/route-controller';
import { eventStream, type Seen } from './event-stream';

/** Listeners of one gateway; each costs a question a second. */
const MOST = 200;

const passing = (error: unknown): boolean =>
  error instanceof HttpProblem && (error.status === 503 || error.status === 429);

const codeOf = (error: unknown): string => (error instanceof HttpProblem ? error.code : 'internal');

/** Server-sent events: what was recorded, for what the caller may see. Without `Last-Event-ID` it begins now. */
@Controller()
export class EventsController implements OnModuleDestroy {
  private readonly listeners = new Set<AbortController>();

  constructor(@Inject(GATEWAY) private readonly deps: GatewayDeps) {}

  @Get('v1/events')
  async listen(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const from = lastEventIdOf(request) ?? 'end';
    const look = async (after: string): Promise<Seen> =>
      (await forward(this.deps, request, listEvents, { body: { after, limit: 200 } })).data as Seen;
    // every "no" is answered before the stream begins
    const first = await look(from);
    if (this.listeners.size >= MOST) throw new HttpProblem('overloaded');
    const listener = new AbortController();
    this.listeners.add(listener);
    request.raw.once('close', () => {
      this.listeners.delete(listener);
      listener.abort();
    });
    const lines = eventStream(first, from, { look, passing, codeOf, signal: listener.signal });
    void reply
      .header('Cache-Control', 'no-store')
      .header('X-Accel-Buffering', 'no')
      .type('text/event-stream')
      .send(Readable.from(lines));
  }

  onModuleDestroy(): void {
    for (const listener of this.listeners) listener.abort();
  }
}
