import { read, unread, type Parse } from '../parsed';
import type { ProblemCode } from '../problem';
import { foldWord, saysNothing, textOf } from '../text';
import { readDay } from './days';

/** Text or, when nothing is said, null. */
export const optionalText: Parse<string | null> = (cell) => read(saysNothing(cell) ? null : textOf(cell));

/** Text that must be there. */
export const requiredText =
  (code: ProblemCode): Parse<string> =>
  (cell) => {
    const text = saysNothing(cell) ? null : textOf(cell);
    return text === null ? unread(code) : read(text);
  };

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}./_-]{0,39}$/u;

/** A code in upper case without spaces; null when nothing is said. */
export const optionalCode: Parse<string | null> = (cell) => {
  if (saysNothing(cell)) return read(null);
  const code = (textOf(cell) ?? '')
    .replace(/[‐–—]/g, '-')
    .replace(/\s*([-_./])\s*/g, '$1')
    .toUpperCase();
  return CODE.test(code) ? read(code) : unread('unreadable-code');
};

export const requiredCode: Parse<string> = (cell) => {
  const parsed = optionalCode(cell);
  if (!parsed.ok) return parsed;
  return parsed.value === null ? unread('missing-value') : read(parsed.value);
};

/** A day from a day cell, ISO or day-first text, or the number a spreadsheet counts it by. */
export const optionalDay: Parse<string | null> = (cell) => {
  if (saysNothing(cell)) return read(null);
  if (typeof cell === 'boolean') return unread('unreadable-date');
  const day = readDay(textOf(cell) ?? '');
  return day === undefined ? unread('unreadable-date') : read(day);
};

export const requiredDay: Parse<string> = (cell) => {
  const parsed = optionalDay(cell);
  if (!parsed.ok) return parsed;
  return parsed.value === null ? unread('unreadable-date') : read(parsed.value);
};

/** A count: a whole number, zero or more. */
export const count: Parse<number> = (cell) => {
  const text = textOf(cell);
  return text !== null && typeof cell !== 'object' && /^\d{1,6}([.,]0+)?$/.test(text)
    ? read(Number.parseInt(text, 10))
    : unread('unreadable-number');
};

/** The first value whose pattern the folded text matches. */
export const oneOf =
  <T extends string>(table: readonly (readonly [RegExp, T])[], code: ProblemCode): Parse<T> =>
  (cell) => {
    const folded = foldWord(textOf(cell) ?? '');
    const found = table.find(([pattern]) => pattern.test(folded));
    return found === undefined ? unread(code) : read(found[1]);
  };
