import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import type { Cell, ReadLimits } from '@benkan/spreadsheet';
import { readCell } from './read-cell';
import { Refused } from './refused';

type Reading = { readonly date1904: boolean; readonly spend: (cell: Cell) => Cell };
type Extent = { readonly rows: number; readonly columns: number };
type Cells = readonly (readonly (CellObject | undefined)[] | undefined)[];

const cellsOf = (sheet: WorkSheet): Cells => (sheet as { readonly '!data'?: Cells })['!data'] ?? [];

const isFilled = (cell: CellObject | undefined): boolean =>
  cell !== undefined && cell.v !== undefined && cell.v !== '';

// formatted but empty rows reach to 1,048,576 in real sheets
const extentOf = (cells: Cells): Extent => {
  let [rows, columns] = [0, 0];
  cells.forEach((row, index) => {
    const last = row?.findLastIndex(isFilled) ?? -1;
    if (last < 0) return;
    rows = index + 1;
    columns = Math.max(columns, last + 1);
  });
  return { rows, columns };
};

const repeatMerged = (
  rows: Cell[][],
  { s, e }: Range,
  { extent, spend }: { extent: Extent; spend: Reading['spend'] },
) => {
  const value = rows[s.r]?.[s.c] ?? null;
  if (value === null) return;
  const end = Math.min(e.c + 1, extent.columns);
  for (const row of rows.slice(s.r, e.r + 1)) for (let c = s.c; c < end; c++) row[c] = spend(value);
};

const withinLimits = ({ rows, columns }: Extent, limits: ReadLimits): void => {
  if (rows > limits.rows) throw new Refused('too-many-rows', 'Le classeur a trop de lignes.');
  if (columns > limits.columns) throw new Refused('too-many-columns', 'Le classeur a trop de colonnes.');
};

/** The rows of a sheet up to the last filled one. Merged cells repeat the value of their first cell. */
export const readSheet = (sheet: WorkSheet, limits: ReadLimits, { date1904, spend }: Reading): Cell[][] => {
  const cells = cellsOf(sheet);
  const extent = extentOf(cells);
  withinLimits(extent, limits);
  const rows = Array.from({ length: extent.rows }, (_, r) =>
    Array.from({ length: extent.columns }, (_, c) => spend(readCell(cells[r]?.[c], date1904))),
  );
  for (const range of sheet['!merges'] ?? []) repeatMerged(rows, range, { extent, spend });
  return rows;
};
