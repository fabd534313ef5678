import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { openEngine, type Engine } from './engine';
import { StartFault } from './faults';
import { lockFolder } from './folder-lock';
import { converse } from './wire/connection';

export interface StartOptions {
  /** created at mode 0700 when it is not there */
  readonly folder: string;
  /** 0, the default, takes any free one */
  readonly port?: number;
  /** 127.0.0.1 by default */
  readonly host?: string;
  /** told one line for each damage met in the stored bytes; `start` says it on the standard error by default */
  readonly onDamage?: (line: string) => void;
}

export interface Running {
  /** `mongodb://127.0.0.1:PORT/?directConnection=true` */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const EXPIRY_MS = 30_000;

const listening = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartFault('port-taken', `port ${port} of ${host} is already in use`)
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });

const serverOf = (engine: Engine, sockets: Map<Socket, Promise<void>>): Server => {
  let connections = 0;
  return createServer({ noDelay: true }, (socket) => {
    const connection = ++connections;
    const conversation = converse(socket, (command) => engine.answer(command, connection));
    sockets.set(
      socket,
      conversation.finally(() => sockets.delete(socket)),
    );
  });
};

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });

/** Serves in this very thread; `start` does the same in a thread of its own. */
export const serve = async (options: StartOptions): Promise<Running> => {
  const { folder, port = 0, host = '127.0.0.1', onDamage } = options;
  const release = lockFolder(folder);
  let engine: Engine | undefined;
  try {
    const opened = (engine = openEngine({ folder, ...(onDamage && { onDamage }) }));
    const sockets = new Map<Socket, Promise<void>>();
    const server = serverOf(opened, sockets);
    await listening(server, port, host);
    const expiry = setInterval(() => opened.expireCursors(), EXPIRY_MS).unref();
    const taken = (server.address() as AddressInfo).port;
    return {
      url: `mongodb://${host.includes(':') ? `[${host}]` : host}:${taken}/?directConnection=true`,
      port: taken,
      close: async () => {
        clearInterval(expiry);
        const stopped = closed(server);
        const conversations = [...sockets.values()];
        for (const socket of sockets.keys()) socket.destroy();
        await stopped;
        await Promise.all(conversations);
        await opened.close();
        release();
      },
    };
  } catch (error) {
    await engine?.close();
    release();
    throw error;
  }
};
