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
  /** Told one line for each damage met in the stored bytes; by default it goes to the standard error. */
  readonly onDamage?: (line: string) => void;
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

const toStandardError = (line: string): void => {
  process.stderr.write(`event-store-server: ${line}\n`);
};

const ready = (worker: Worker, ended: Promise<Error | undefined>): Promise<number> =>
  new Promise((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') resolve(message.port);
      if (message.kind !== 'refused') return;
      const { code, message: text } = message;
      reject(new ServerFault(code, text.replace(`${code}: `, '')));
    });
    void ended.then((error) => reject(error ?? new ServerFault('start-failed', 'the server thread ended')));
  });

/**
 * Runs an event store server in a thread of its own, over the protocol of EventStoreDB.
 * Rejects with a `ServerFault`: `folder-locked`, `port-taken`, `format-newer`, `record-corrupted`.
 */
export const start = async (options: StartOptions): Promise<EventStoreServer> => {
  const { folder, port: wanted = 0, host = '127.0.0.1', onDamage = toStandardError } = options;
  const workerData: ServeOptions = { folder, port: wanted, host };
  const worker = new Worker(join(__dirname, 'boot.cjs'), { workerData });
  const ended = new Promise<Error | undefined>((resolve) => {
    worker.once('error', resolve);
    worker.once('exit', () => resolve(undefined));
  });
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'damaged') onDamage(message.message);
  });
  const port = await ready(worker, ended);
  const close = async (): Promise<void> => {
    worker.postMessage(CLOSE);
    await ended;
  };
  return { url: `esdb://${host}:${port}?tls=false`, port, ended, close };
};
