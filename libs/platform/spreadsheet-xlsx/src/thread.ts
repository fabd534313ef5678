import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Cell, FileRefusal, ReadLimits, ReadOutcome, Table } from '@benkan/spreadsheet';
import type { Said, Task } from './protocol';

type Bounds = { readonly milliseconds: number; readonly heapMegabytes: number };
type Received = Exclude<Said, { readonly kind: 'failed' }>;

const WRITING: Bounds = { milliseconds: 60_000, heapMegabytes: 512 };

const refused = (code: FileRefusal, detail: string): Received => ({ kind: 'refused', code, detail });

const start = (task: Task, heapMegabytes: number) =>
  new Worker(join(__dirname, 'worker.cjs'), {
    workerData: { entry: join(__dirname, `in-thread${extname(__filename)}`), task },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    stdout: true,
    stderr: true,
  });

const ranOut = (fault: unknown): boolean =>
  typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Runs one task, hands over what the thread says, and always ends the thread. Faults of the program reject. */
const runInThread = async (task: Task, bounds: Bounds, hear: (said: Received) => void): Promise<void> => {
  const worker = start(task, bounds.heapMegabytes);
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const end = (said: Received) => (hear(said), resolve());
      timer = setTimeout(
        () => end(refused('takes-too-long', `Lecture arrêtée après ${bounds.milliseconds} ms.`)),
        bounds.milliseconds,
      );
      worker.on('message', (said: Said) => {
        if (said.kind === 'failed') return reject(new Error(`spreadsheet thread failed: ${said.message}`));
        if (said.kind === 'end' || said.kind === 'refused') return end(said);
        hear(said);
        return worker.postMessage('next');
      });
      worker.on('error', (fault) =>
        ranOut(fault)
          ? end(refused('takes-too-much-memory', `Plus de ${bounds.heapMegabytes} Mo de mémoire.`))
          : reject(fault),
      );
      worker.on('exit', (code) => reject(new Error(`spreadsheet thread left with ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
};

/** Reads a file in a thread that is ended at the limits of time and heap. */
export const readInThread = async (bytes: Uint8Array, limits: ReadLimits): Promise<ReadOutcome> => {
  let format: 'xlsx' | 'csv' = 'csv';
  let sheets: { name: string; rows: (readonly Cell[])[] }[] = [];
  let refusal: ReadOutcome | undefined;
  await runInThread({ kind: 'read', bytes, limits }, limits, (said) => {
    if (said.kind === 'refused') refusal = said;
    if (said.kind === 'sheets') {
      format = said.format;
      sheets = said.names.map((name) => ({ name, rows: [] }));
    }
    if (said.kind === 'rows') for (const row of said.rows) sheets[said.sheet]?.rows.push(row);
  });
  return refusal ?? { kind: 'read', format, sheets };
};

/** Writes a workbook in a thread. Rejects when it cannot. */
export const writeInThread = async (table: Table): Promise<Uint8Array> => {
  let written: Uint8Array | undefined;
  await runInThread({ kind: 'write', table }, WRITING, (said) => {
    if (said.kind === 'written') written = said.bytes;
  });
  if (written === undefined) throw new Error('workbook too large to be written');
  return written;
};
