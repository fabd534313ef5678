import { read, unread, type Parse } from '../parsed';
import { fold, saysNothing, textOf } from '../text';

const YES = /^(oui|o|yes|y|x|vrai|true|1)$/;
const NO = /^(non|n|no|faux|false|0)$/;
const TICK = /^[✓✔☑✅×🗸]+$/u;

/** Yes or no in French or English, or a mark; null when nothing is said. */
export const yesNo: Parse<boolean | null> = (cell) => {
  if (saysNothing(cell)) return read(null);
  const text = textOf(cell) ?? '';
  const folded = fold(text);
  if (YES.test(folded) || TICK.test(text)) return read(true);
  return NO.test(folded) ? read(false) : unread('unknown-yes-no');
};
