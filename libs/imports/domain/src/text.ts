import type { Cell } from './sheet';

// nothing that is recognised is longer; a cell of a CSV may hold megabytes
const LONGEST = 1_000;

const ACCENTED = /[^ -~]/;

const unaccented = (text: string): string =>
  ACCENTED.test(text)
    ? text
        .normalize('NFKD')
        .replaceAll(/[œŒ]/g, 'oe')
        .replaceAll(/[æÆ]/g, 'ae')
        .replace(/\p{M}+/gu, '')
    : text;

/** Lower case, without accents; whatever is neither letter nor digit becomes one space. Of a long text the beginning. */
export const fold = (text: string): string =>
  unaccented(text.slice(0, LONGEST))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** As `fold`; « Présent(e) », « présent·e » and « présent » are the same word. */
export const foldWord = (text: string): string =>
  fold(text.slice(0, LONGEST).replace(/[(·.](?:s|e|es|x)(?:\)|(?![\p{L}\p{N}.)]))/giu, ''));

// the apostrophe our own exports put before what a spreadsheet would run as a formula
const withoutGuard = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '');

const asWritten = (cell: Exclude<Cell, null>): string => {
  if (typeof cell === 'object') return cell.day;
  return typeof cell === 'string' ? withoutGuard(cell) : String(cell);
};

/** The text of a cell on one line, trimmed; null when there is none. */
export const textOf = (cell: Cell | undefined): string | null => {
  if (cell === null || cell === undefined) return null;
  return asWritten(cell).replace(/\s+/g, ' ').trim() || null;
};

const SAYS_NOTHING = /^(nr|n a|na|nd|neant|non renseignee?|not reported|ras)$/;
const LONGEST_NOTHING = 20;
const MARKS = /^[-–—_.?/\s]+$/;

/** Blank, a dash, NR, néant: nothing was reported. */
export const saysNothing = (cell: Cell | undefined): boolean => {
  const text = textOf(cell);
  if (text === null) return true;
  return text.length <= LONGEST_NOTHING && (MARKS.test(text) || SAYS_NOTHING.test(fold(text)));
};
