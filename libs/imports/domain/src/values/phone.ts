import { read, unread, type Parse } from '../parsed';
import { saysNothing, textOf } from '../text';

const MALI = '223';

// eight digits are a Malian number, whatever they begin with
const international = (digits: string, plus: boolean): string | undefined => {
  if (plus) return digits;
  if (digits.length === 8) return MALI + digits;
  if (digits.startsWith('00')) return digits.slice(2);
  return digits.startsWith(MALI) && digits.length === 11 ? digits : undefined;
};

/** `+223…` in digits; null when nothing is said. Of several numbers in a cell none is chosen. */
export const phone: Parse<string | null> = (cell) => {
  if (saysNothing(cell)) return read(null);
  const text = textOf(cell) ?? '';
  if (!/^\(?\+?[\d\s().-]+$/.test(text)) return unread('unreadable-phone');
  const number = international(text.replace(/\D/g, ''), /^\(?\+/.test(text));
  return number !== undefined && number.length >= 8 && number.length <= 15
    ? read(`+${number}`)
    : unread('unreadable-phone');
};
