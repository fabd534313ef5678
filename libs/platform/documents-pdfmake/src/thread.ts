import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DocumentRefused, type DocumentLimits, type LaidDocument } from '@benkan/documents';

/** What a thread says, once. */
export type Said =
  | { readonly kind: 'rendered'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string };

type Bounds = Pick<DocumentLimits, 'milliseconds' | 'heapMegabytes'>;

const start = (document: LaidDocument, heapMegabytes: number) =>
  new Worker(join(__dirname, 'worker.cjs'), {
    workerData: { entry: join(__dirname, `in-thread${extname(__filename)}`), document },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    stdout: true,
    stderr: true,
  });

const ranOut = (fault: unknown): boolean =>
  typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Renders one document in a thread that is ended at the limits of time and heap. Faults of the program reject. */
export const renderInThread = async (document: LaidDocument, bounds: Bounds): Promise<Uint8Array> => {
  const worker = start(document, bounds.heapMegabytes);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      timer = setTimeout(() => reject(new DocumentRefused('takes-too-long')), bounds.milliseconds);
      worker.on('message', (said: Said) =>
        said.kind === 'rendered'
          ? resolve(said.bytes)
          : reject(new Error(`document thread failed: ${said.message}`)),
      );
      worker.on('error', (fault) =>
        reject(ranOut(fault) ? new DocumentRefused('takes-too-much-memory') : fault),
      );
      worker.on('exit', (code) => reject(new Error(`document thread left with ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
};
