import type { Cell, Table } from '@benkan/spreadsheet';
import { neutralise } from './neutralise';

const MARK = '\ufeff';

const say = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.day;
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  return typeof cell === 'number' ? String(cell).replace('.', ',') : cell;
};

const quote = (text: string): string => (/[";\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const line = (cells: readonly Cell[]): string => cells.map((cell) => quote(say(neutralise(cell)))).join(';');

/** A table as a French Excel opens it: mark, semicolons, decimal commas, CRLF. Formulas are neutralised. */
export const writeCsv = ({ above = [], header, rows }: Table): Uint8Array =>
  new TextEncoder().encode(MARK + [...above, header, ...rows].map((cells) => `${line(cells)}\r\n`).join(''));
