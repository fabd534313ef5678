import { read, unread, type Parse } from '../parsed';
import { fold, saysNothing, textOf } from '../text';

const NUMBER = /^(-?\d{1,4}(?:[.,]\d+)?)(?: ?\/ ?(\d{1,4}))?$/;

// « 12/20 » must be out of the same maximum as the column
const numberIn = (text: string, maximum: number): number | undefined => {
  const found = NUMBER.exec(text);
  if (!found || (found[2] !== undefined && Number(found[2]) !== maximum)) return undefined;
  return Number((found[1] ?? '').replace(',', '.'));
};

/** A test's result out of a maximum; null when the test was not taken. */
export const score =
  (maximum: number): Parse<number | null> =>
  (cell) => {
    const text = textOf(cell) ?? '';
    if (saysNothing(cell) || /^(abs|absent|absente)$/.test(fold(text))) return read(null);
    const value = numberIn(text, maximum);
    if (value === undefined) return unread('unreadable-number');
    return value < 0 || value > maximum ? unread('score-out-of-range') : read(value);
  };
