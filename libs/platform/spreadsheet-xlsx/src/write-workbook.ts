import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { Cell, Table } from '@benkan/spreadsheet';
import { neutralise } from './neutralise';

const DAY_MS = 86_400_000;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const LONGEST_NAME = 31;
const WIDEST = 60;

const cellOf = (cell: Cell): CellObject | null => {
  const safe = neutralise(cell);
  if (safe === null) return null;
  if (typeof safe === 'object')
    return { t: 'n', v: (Date.parse(safe.day) - EXCEL_EPOCH) / DAY_MS, z: 'dd/mm/yyyy' };
  if (typeof safe === 'number') return { t: 'n', v: safe };
  return typeof safe === 'boolean' ? { t: 'b', v: safe } : { t: 's', v: safe };
};

const widthOf = (texts: readonly Cell[]): { wch: number } => ({
  wch: texts.reduce<number>(
    (width, cell) => Math.max(width, Math.min(WIDEST, String(cell ?? '').length + 2)),
    8,
  ),
});

const widths = ({ header, rows }: Table): { wch: number }[] =>
  header.map((label, column) => widthOf([label, ...rows.slice(0, 200).map((row) => row[column] ?? null)]));

// characters Excel refuses in a sheet's name
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, LONGEST_NAME)
    .trim() || 'Feuille';

/** A workbook of one sheet. Days are day cells; formulas are neutralised. */
export const writeWorkbook = (table: Table): Uint8Array => {
  const sheet: WorkSheet = utils.aoa_to_sheet(
    [...(table.above ?? []), table.header, ...table.rows].map((row) => row.map(cellOf)),
    { dense: true },
  );
  sheet['!cols'] = widths(table);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, sheetName(table.name));
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
};
