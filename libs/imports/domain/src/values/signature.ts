import { read, unread, type Parse } from '../parsed';
import { foldWord, textOf } from '../text';

export type Signature = 'present' | 'absent';

const PRESENT = /^(x|1|oui|yes|true|vrai|p|v|ok|present|presente|presents|signe|signed)$/;
const ABSENT = /^(0|non|no|false|faux|a|abs|absent|absente|excuse|excusee|excused)$/;
const BLANK = /^[-–—_./]*$/;
const TICK = /^[✓✔☑✅×🗸]+$/u;

/** A mark in a signature column: X, 1, oui, ✓… are present; blank, 0, non, absent are absent. Anything else is not read. */
export const signature: Parse<Signature> = (cell) => {
  const text = textOf(cell) ?? '';
  if (TICK.test(text)) return read('present');
  if (BLANK.test(text)) return read('absent');
  const folded = foldWord(text);
  if (PRESENT.test(folded)) return read('present');
  return ABSENT.test(folded) ? read('absent') : unread('unknown-signature');
};
