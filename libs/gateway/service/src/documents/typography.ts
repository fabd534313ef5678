const NARROW = '\u202f';
const WIDE = '\u00a0';

const MONTHS = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet'],
  ...['août', 'septembre', 'octobre', 'novembre', 'décembre'],
];

/** « 21 novembre 2024 », « 1er mars 2025 », its parts kept on one line. From a day, YYYY-MM-DD. */
export const dayInFrench = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  const number = Number(date) === 1 ? '1er' : String(Number(date));
  return [number, MONTHS[Number(month) - 1] ?? month, year].join(WIDE);
};

/** « du 3 au 5 mars 2025 », « du 28 février au 2 mars 2025 », « le 3 mars 2025 ». */
export const daysInFrench = (from: string, to: string): string => {
  if (from === to) return `le${WIDE}${dayInFrench(from)}`;
  const [first, last] = [dayInFrench(from).split(WIDE), dayInFrench(to).split(WIDE)];
  const said = first[2] !== last[2] ? first : first[1] !== last[1] ? first.slice(0, 2) : first.slice(0, 1);
  return `du${WIDE}${said.join(WIDE)} au${WIDE}${last.join(WIDE)}`;
};

/** « 2 797 », thousands apart. */
export const count = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, NARROW);

/** « 12,5 »: two decimals at most, none that say nothing. */
export const decimal = (value: number): string => {
  const [whole = '', part] = String(Math.round(value * 100) / 100).split('.');
  return part === undefined ? count(Number(whole)) : `${count(Number(whole))},${part}`;
};

/** « 18,06 % » of two terms; « – » where there is nothing to divide by. */
export const percent = (part: number, whole: number): string => {
  if (whole === 0) return '–';
  return `${((part / whole) * 100).toFixed(2).replace('.', ',')}${WIDE}%`;
};

/**
 * French text as a printer sets it: curly apostrophes, French quotation marks, an ellipsis, and the spaces that keep a
 * sign on the line of its word. Hours, addresses and numbers stay as they are.
 */
export const typeset = (text: string): string =>
  text
    .replaceAll(/(\p{L})'/gu, '$1’')
    .replaceAll(/"([^"]*)"/g, '« $1 »')
    .replaceAll('...', '…')
    .replaceAll(/[\s\u00a0\u202f]*([;!?]+)(?=\s|$|[»)])/g, `${NARROW}$1`)
    .replaceAll(/(?<=[\p{L}\p{N})»%])[ \u00a0\u202f]*:(?=\s|$)/gu, `${WIDE}:`)
    .replaceAll(/«[ \u00a0\u202f]*/g, `«${WIDE}`)
    .replaceAll(/[ \u00a0\u202f]*»/g, `${WIDE}»`)
    .replaceAll(/(\d)[ \u00a0\u202f]*%/g, `$1${WIDE}%`)
    .replaceAll(/\b(n°|N°) ?(?=\d)/g, `$1${WIDE}`);

/** « a, b et c ». */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} et ${items.at(-1) ?? ''}`;

/** A singular or plural with its number: « 1 absent », « 4 absents ». In French none is singular. */
export const several = (value: number, one: string, many: string): string =>
  `${count(value)}${WIDE}${value < 2 ? one : many}`;
