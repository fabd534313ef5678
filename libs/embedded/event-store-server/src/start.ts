import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ServeOptions } from './serve';
import { ServerFault } from './server-fault';
import type { FromWorker, ToWorker } from './worker-messages';

export type StartOptions = {
  /** Created at mode 0700 when it does not exist. */
  readonly folder: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
};

export type EventStoreServer = {
  /** Connection string for the client: `esdb://127.0.0.1:PORT?tls=false`. */
  readonly url: string;
  readonly port: number;
  /** Resolves when the server's thread has ended, with the error it died of if it was not closed. */
  readonly ended: Promise<Error | undefined>;
  close(): Promise<void>;
};

const CLOSE: ToWorker = 'close';

const ready = (worker: Worker, ended: Promise<Error | undefined>): Promise<number> =>
  new Promise((resolve, reject) => {
    worker.once('message', (message: FromWorker) => {
      if (message.kind === 'ready') return resolve(message.port);
      const { code, message: text } = message;
      return reject(new ServerFault(code, text.replace(`${code}: `, '')));
    });
    void ended.then((error) => reject(error ?? new ServerFault('start-failed', 'the server thread ended')));
  });

/**
 * Runs an event store server in a thread of its own, over the protocol of EventStoreDB.
 * Rejects with a `ServerFault`: `folder-locked`, `port-taken`, `format-newer`, `record-corrupted`.
 */
export const start = async (options: StartOptions): Promise<EventStoreServer> => {
  const { folder, port: wanted = 0, host = '127.0.0.1' } = options;
  const workerData: ServeOptions = { folder, port: wanted, host };
  const worker = new Worker(join(__dirname, 'boot.cjs'), { workerData });
  const ended = new Promise<Error | undefined>((resolve) => {
    worker.once('error', resolve);
    worker.once('exit', () => resolve(undefined));
  });
  const port = await ready(worker, ended);
  const close = async (): Promise<void> => {
    worker.postMessage(CLOSE);
    await ended;
  };
  return { url: `esdb://${host}:${port}?tls=false`, port, ended, close };
};
