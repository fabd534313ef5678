import { SSF, type CellObject } from '@e965/xlsx';
import type { Cell } from '@benkan/spreadsheet';

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

// a duration or an hour is not a day: literals and [h] do not count
const showsADay = (format: string): boolean =>
  SSF.is_date(format) && /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

const two = (value: number): string => String(value).padStart(2, '0');

const dayOf = (serial: number, date1904: boolean): Cell => {
  const parsed = SSF.parse_date_code(serial, { date1904 });
  return parsed ? { day: `${String(parsed.y).padStart(4, '0')}-${two(parsed.m)}-${two(parsed.d)}` } : serial;
};

const numberOf = (cell: CellObject, date1904: boolean): Cell => {
  const value = Number(cell.v);
  return typeof cell.z === 'string' && value >= 1 && showsADay(cell.z) ? dayOf(value, date1904) : value;
};

/** A cell of the parser as the port says it; empty text is no value. */
export const readCell = (cell: CellObject | undefined, date1904: boolean): Cell => {
  if (cell === undefined || cell.v === undefined || cell.v === '') return null;
  if (cell.t === 'n') return numberOf(cell, date1904);
  if (cell.t === 'b') return Boolean(cell.v);
  if (cell.t === 'e') return ERRORS[Number(cell.v)] ?? '#N/A';
  return String(cell.v);
};
