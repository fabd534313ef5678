import { parentPort, workerData } from 'node:worker_threads';
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { serve, type ServeOptions } from './serve';
import { ServerFault } from './server-fault';
import type { FromWorker } from './worker-messages';

const tell = (message: FromWorker): void => parentPort?.postMessage(message);

const run = async (options: ServeOptions): Promise<void> => {
  try {
    const serving = await serve(options);
    parentPort?.once('message', () => void serving.close());
    tell({ kind: 'ready', port: serving.port });
  } catch (error) {
    const code = error instanceof ServerFault ? error.code : 'start-failed';
    tell({ kind: 'refused', code, message: error instanceof Error ? error.message : String(error) });
  }
};

// what goes wrong is told by our own codes
setLogVerbosity(logVerbosity.NONE);
void run(workerData as ServeOptions);
