import { parentPort, workerData } from 'node:worker_threads';
import type { ReadLimits, Sheet } from '@benkan/spreadsheet';
import type { Said, Task } from './protocol';
import { readCsv } from './read-csv';
import { readWorkbook } from './read-workbook';
import { Refused } from './refused';
import { writeWorkbook } from './write-workbook';

const PIECE = 500;

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function* pieces(sheets: readonly Sheet[]): Generator<Said> {
  for (const [sheet, { rows }] of sheets.entries())
    for (let from = 0; from < rows.length; from += PIECE)
      yield { kind: 'rows', sheet, rows: rows.slice(from, from + PIECE) };
}

function* read(bytes: Uint8Array, limits: ReadLimits): Generator<Said> {
  const format = isZip(bytes) ? 'xlsx' : 'csv';
  const sheets = format === 'xlsx' ? readWorkbook(bytes, limits) : [readCsv(bytes, limits)];
  yield { kind: 'sheets', format, names: sheets.map(({ name }) => name) };
  yield* pieces(sheets);
}

function* run(task: Task): Generator<Said> {
  try {
    if (task.kind === 'read') yield* read(task.bytes, task.limits);
    else yield { kind: 'written', bytes: writeWorkbook(task.table) };
    yield { kind: 'end' };
  } catch (fault) {
    if (fault instanceof Refused) yield { kind: 'refused', code: fault.code, detail: fault.detail };
    else yield { kind: 'failed', message: fault instanceof Error ? fault.message : String(fault) };
  }
}

const said = run((workerData as { task: Task }).task);
const sayNext = () => {
  const { value, done } = said.next();
  if (!done) parentPort?.postMessage(value);
};
parentPort?.on('message', sayNext);
sayNext();
