import type { FastifyReply } from 'fastify';
import { HealthController } from './health.controller';

const reply = () => {
  const status = jest.fn();
  return { status, reply: { status } as unknown as FastifyReply };
};

describe('health', () => {
  it('is ready when nothing is waited for', async () => {
    const { reply: sent, status } = reply();
    const health = new HealthController(
      async () => [],
      () => [],
    );
    expect(await health.ready(sent)).toEqual({ status: 'ready', waitingFor: [] });
    expect(status).toHaveBeenCalledWith(200);
  });

  it('says what is waited for, and is not ready', async () => {
    const { reply: sent, status } = reply();
    const health = new HealthController(
      async () => ['registry'],
      () => [],
    );
    expect(await health.ready(sent)).toEqual({ status: 'starting', waitingFor: ['registry'] });
    expect(status).toHaveBeenCalledWith(503);
  });

  it('names the stores that are damaged, and serves what is whole', async () => {
    const { reply: sent, status } = reply();
    const health = new HealthController(
      async () => [],
      () => ['vault'],
    );
    expect(await health.ready(sent)).toEqual({ status: 'ready', waitingFor: [], damaged: ['vault'] });
    expect(status).toHaveBeenCalledWith(200);
  });
});
