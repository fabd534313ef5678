import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Connection, type Shared } from './connection';
import { Router } from './router';

/** Sizes in bytes, times in milliseconds. */
export type ServeOptions = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly token: string;
  /** Headers and body of one message. Default 1 MiB. */
  readonly maxPayload?: number;
  /** Bytes a client may leave unread before it is cut off. Default 64 MiB. */
  readonly maxPending?: number;
  readonly pingIntervalMs?: number;
  readonly connectTimeoutMs?: number;
  /** How long a closing connection may take to read its last bytes. */
  readonly lingerMs?: number;
};

export type Serving = { readonly url: string; readonly port: number; close(): Promise<void> };

/** The port is in use by someone else. */
export class PortTaken extends Error {
  readonly code = 'port-taken';
}

const defaults = {
  port: 0,
  host: '127.0.0.1',
  maxPayload: 1024 * 1024,
  maxPending: 64 * 1024 * 1024,
  pingIntervalMs: 120_000,
  connectTimeoutMs: 10_000,
  lingerMs: 1_000,
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const accepting = (token: string): ((given: string) => boolean) => {
  const wanted = digest(token);
  return (given) => timingSafeEqual(digest(given), wanted);
};

const listen = async (server: Server, port: number, host: string): Promise<number> => {
  server.listen({ port, host, backlog: 4096 });
  try {
    await once(server, 'listening');
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw taken ? new PortTaken(`port ${port} of ${host} is taken`) : error;
  }
  return (server.address() as AddressInfo).port;
};

// clients read features off the version: the server our contract suite is compared with
const introduction = (host: string, maxPayload: number): object => {
  const id = randomUUID();
  return {
    server_id: id,
    server_name: id,
    version: '2.9.10',
    proto: 1,
    host,
    headers: true,
    auth_required: true,
    max_payload: maxPayload,
  };
};

/** A broker in this thread. Rejects with `PortTaken`. */
export const serve = async (options: ServeOptions): Promise<Serving> => {
  const { host, port: wantedPort, pingIntervalMs, ...limits } = { ...defaults, ...options };
  if (options.token === '') throw new TypeError('the broker needs a token');
  const connections = new Set<Connection>();
  const info = introduction(host, limits.maxPayload);
  const server = createServer({ noDelay: true });
  const port = await listen(server, wantedPort, host);
  const shared: Shared = {
    ...limits,
    router: new Router(),
    accepts: accepting(options.token),
    info: { ...info, port },
    maxPingsOut: 2,
  };
  let count = 0;
  server.on('connection', (socket: Socket) => {
    const connection = new Connection(socket, shared, (count += 1));
    connections.add(connection);
    socket.once('close', () => connections.delete(connection));
  });
  const heartbeat = setInterval(() => connections.forEach((each) => each.checkAlive()), pingIntervalMs);

  const close = async (): Promise<void> => {
    clearInterval(heartbeat);
    const closed = new Promise((resolve) => server.close(resolve));
    await Promise.all([...connections].map((each) => each.retire()));
    await closed;
  };
  return { url: `nats://${host}:${port}`, port, close };
};
