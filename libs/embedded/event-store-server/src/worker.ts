import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { checkEveryEvent } from './check-log';
import { EventLog } from './event-log';
import { serve, type ServeOptions } from './serve';
import { ServerFault } from './server-fault';
import type { FromWorker } from './worker-messages';

const tell = (message: FromWorker): void => parentPort?.postMessage(message);

const run = async (options: ServeOptions): Promise<void> => {
  try {
    const serving = await serve(options, (message) => tell({ kind: 'damaged', message }));
    parentPort?.once('message', () => void serving.close());
    tell({ kind: 'ready', port: serving.port });
  } catch (error) {
    const code = error instanceof ServerFault ? error.code : 'start-failed';
    tell({ kind: 'refused', code, message: error instanceof Error ? error.message : String(error) });
  }
};

/** Ends well only when every event of the folder can be read. */
const check = async (folder: string): Promise<void> => {
  const log = new EventLog(folder);
  checkEveryEvent(log);
  await log.close();
};

// what goes wrong is told by our own codes
setLogVerbosity(logVerbosity.NONE);
void (isMainThread ? check(process.argv[2] ?? '') : run(workerData as ServeOptions));
