import { parentPort, workerData } from 'node:worker_threads';
import { StartFault } from './faults';
import { serve, type StartOptions } from './serve';

/** What the thread tells its parent. */
export type Told =
  | { readonly is: 'ready'; readonly url: string; readonly port: number }
  | { readonly is: 'refused'; readonly code: StartFault['code']; readonly message: string }
  /** stored bytes are not those that were written */
  | { readonly is: 'damaged'; readonly line: string }
  | { readonly is: 'closed' };

const tell = (told: Told): void => parentPort?.postMessage(told);

const run = async (): Promise<void> => {
  try {
    const { url, port, close } = await serve({
      ...(workerData as StartOptions),
      onDamage: (line) => tell({ is: 'damaged', line }),
    });
    parentPort?.once('message', () => void close().then(() => tell({ is: 'closed' })));
    tell({ is: 'ready', url, port });
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    tell({ is: 'refused', code: error.code, message: error.message });
  }
};

void run();
