import { once } from 'node:events';
import { connect, Events } from 'nats';
import { PortTaken, serve, start, type ServeOptions } from '.';
import { join, RawClient } from './testing';

const token = 'secret';
const host = '127.0.0.1';
const serving = async (options: Partial<ServeOptions> = {}) => {
  const { port, close } = await serve({ token, ...options });
  return { host, port, token, close };
};

describe('the broker', () => {
  it('says in one line that its port is taken', async () => {
    const { port, close } = await serving();
    const refused = start({ port, token });
    await expect(refused).rejects.toMatchObject({
      code: 'port-taken',
      message: `port ${port} of ${host} is taken`,
    });
    await expect(refused).rejects.toBeInstanceOf(PortTaken);
    await close();
  });

  it('does not start without a token', async () => {
    await expect(start({ token: '' })).rejects.toThrow('the broker needs a token');
  });

  it('announces itself at its address', async () => {
    const { url, port, close } = await start({ token, maxPayload: 2_000 });
    expect(url).toBe(`nats://127.0.0.1:${port}`);
    const client = await connect({ servers: url, token });
    expect(client.info).toMatchObject({ max_payload: 2_000, auth_required: true, headers: true, host, port });
    await client.close();
    await close();
  });

  it('says that it is going, hands over what is left and closes', async () => {
    const server = await serving();
    const [client, raw] = [await join(server), await RawClient.join(server)];
    const told = (async () => {
      for await (const { type } of client.status()) if (type === Events.LDM) return;
      throw new Error('never told');
    })();
    raw.say(`SUB a 1\r\nPUB a 500000\r\n${'x'.repeat(500_000)}\r\nPING\r\n`);
    await raw.hears('MSG');
    await Promise.all([server.close(), told, client.closed()]);
    expect(await raw.lastWords()).toContain(`${'x'.repeat(500_000)}\r\nPONG`);
    await expect(RawClient.join(server)).rejects.toThrow('hung up');
  });

  it('hangs up on a client that never answers a ping', async () => {
    const server = await serving({ pingIntervalMs: 20 });
    const [alive, dead] = [await join(server), await RawClient.join(server)];
    expect(await dead.lastWords()).toContain("PING\r\nPING\r\n-ERR 'Stale Connection'");
    await alive.flush();
    await alive.close();
    await server.close();
  });

  it('hangs up on a client that never introduces itself', async () => {
    const server = await serving({ connectTimeoutMs: 20 });
    const client = await RawClient.dial(server);
    expect(await client.lastWords()).toContain("-ERR 'Authentication Timeout'");
    await server.close();
  });

  it('cuts off a client that does not read, and only that one', async () => {
    const server = await serving({ maxPending: 1024 * 1024 });
    const [slow, speaker] = [await RawClient.join(server), await join(server)];
    slow.say('SUB flood 1\r\nPING\r\n');
    await slow.hears('PONG');
    slow.socket.pause();
    const block = Buffer.alloc(512 * 1024);
    const flood = async (): Promise<void> => {
      for (;;) {
        const heard = await speaker.request('flood', block, { timeout: 50 }).catch((error: Error) => error);
        if (heard instanceof Error && heard.message === '503') return;
      }
    };
    await flood();
    slow.socket.resume();
    await slow.closed;
    await speaker.close();
    await server.close();
  });

  it('lets a port be used again at once', async () => {
    const first = await serving();
    const client = await join(first, { reconnect: true, reconnectTimeWait: 20, maxReconnectAttempts: -1 });
    const back = (async () => {
      for await (const { type } of client.status()) if (type === Events.Reconnect) return;
    })();
    await first.close();
    const second = await serving({ port: first.port });
    await back;
    await client.flush();
    await client.close();
    await second.close();
  });

  it('outlives a client that vanishes in the middle of a message', async () => {
    const server = await serving();
    const [raw, witness] = [await RawClient.join(server), await join(server)];
    raw.say('SUB a 1\r\nPUB a 1000\r\nhalf');
    raw.socket.resetAndDestroy();
    await once(raw.socket, 'close');
    await witness.flush();
    await witness.close();
    await server.close();
  });
});
