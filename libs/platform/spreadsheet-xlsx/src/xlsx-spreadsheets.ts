import { DEFAULT_LIMITS, type FileRefusal, type ReadOutcome, type Spreadsheets } from '@benkan/spreadsheet';
import { readInThread, writeInThread } from './thread';
import { turns } from './turns';
import { writeCsv } from './write-csv';

const AT_ONCE = 2;

const refuse = (code: FileRefusal, detail: string): ReadOutcome => ({ kind: 'refused', code, detail });

/**
 * Workbooks by @e965/xlsx and CSV by csv-parse, each call in a worker thread of its own (two at once, the others wait).
 * Hidden sheets are left out; hidden rows and the last computed value of formulas are read.
 */
export const xlsxSpreadsheets = (): Spreadsheets => {
  const inTurn = turns(AT_ONCE);
  return {
    read: async (bytes, limits = {}) =>
      bytes.byteLength === 0
        ? refuse('empty-file', 'Le fichier est vide.')
        : inTurn(() => readInThread(bytes, { ...DEFAULT_LIMITS, ...limits })),
    writeXlsx: (table) => inTurn(() => writeInThread(table)),
    writeCsv,
  };
};
