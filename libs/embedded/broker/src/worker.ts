import { parentPort, workerData } from 'node:worker_threads';
import { PortTaken, serve, type ServeOptions } from './serve';

/** What the thread tells its owner, once. */
export type Word =
  | { readonly kind: 'ready'; readonly url: string; readonly port: number }
  | { readonly kind: 'port-taken' | 'failed'; readonly message: string };

/** What the owner may tell the thread. */
export type Order = 'close';

const owner = parentPort;
const say = (word: Word): void => owner?.postMessage(word);

serve(workerData as ServeOptions).then(
  ({ url, port, close }) => {
    owner?.once('message', () => void close().then(() => owner.close()));
    say({ kind: 'ready', url, port });
  },
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    say({ kind: error instanceof PortTaken ? 'port-taken' : 'failed', message });
  },
);
