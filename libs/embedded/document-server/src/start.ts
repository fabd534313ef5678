import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StartFault } from './faults';
import type { Running, StartOptions } from './serve';
import type { Told } from './thread';

// megabytes; a small young generation keeps three threads modest
const HEAP = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 12 };

type Answer = Exclude<Told, { readonly is: 'damaged' }>;

const toStandardError = (line: string): void => {
  process.stderr.write(`document-server: ${line}\n`);
};

const told = (worker: Worker): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('the thread ended before it was ready'));
    worker.once('error', reject);
    worker.once('exit', ended);
    const hear = (message: Told): void => {
      if (message.is === 'damaged') return;
      worker.off('message', hear);
      // from now on an error of the thread is nobody's to catch
      worker.off('error', reject);
      worker.off('exit', ended);
      resolve(message);
    };
    worker.on('message', hear);
  });

const exited = (worker: Worker): Promise<void> =>
  new Promise((resolve) => {
    worker.once('exit', () => resolve());
  });

/**
 * Starts a document server in a thread of its own. Rejects with StartFault `folder-locked` or `port-taken`.
 * A thread that dies afterwards raises an uncaught error in this process: it must not go on without its data.
 */
export const start = async ({ onDamage = toStandardError, ...options }: StartOptions): Promise<Running> => {
  const worker = new Worker(join(__dirname, 'worker.cjs'), { workerData: options, resourceLimits: HEAP });
  worker.on('message', (message: Told) => {
    if (message.is === 'damaged') onDamage(message.line);
  });
  const answer = await told(worker);
  if (answer.is === 'refused') {
    throw new StartFault(answer.code, answer.message);
  }
  if (answer.is !== 'ready') throw new Error('the thread closed before it was ready');
  return {
    url: answer.url,
    port: answer.port,
    close: async () => {
      const gone = exited(worker);
      worker.postMessage('close');
      await gone;
    },
  };
};
