import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PortTaken, type Serving, type ServeOptions } from './serve';
import type { Order, Word } from './worker';

export type StartOptions = Pick<ServeOptions, 'port' | 'host' | 'token' | 'maxPayload'>;

/**
 * A broker in a thread of its own, reached at `url` by any NATS client that knows the token.
 * Rejects with `PortTaken` (`code: 'port-taken'`); a thread that breaks later is an uncaught error here. `close` says so to the clients, writes what is left and ends the thread.
 */
export const start = async (options: StartOptions): Promise<Serving> => {
  const worker = new Worker(join(__dirname, 'boot.cjs'), { workerData: options, name: 'broker' });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const { url, port } = await new Promise<Pick<Serving, 'url' | 'port'>>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (word: Word) => {
      worker.off('error', reject);
      if (word.kind === 'ready') resolve(word);
      else reject(word.kind === 'port-taken' ? new PortTaken(word.message) : new Error(word.message));
    });
  });
  const close = async (): Promise<void> => {
    worker.postMessage('close' satisfies Order);
    await ended;
  };
  return { url, port, close };
};
