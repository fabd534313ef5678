import { read, unread, type Parse } from '../parsed';
import { fold, saysNothing, textOf } from '../text';

export type AgeBand = 'UNDER_15' | '15-17' | '18-24' | '25-29' | '30-35' | '36-40' | '41-59' | '60+' | 'NR';

const BOUNDS: readonly (readonly [AgeBand, number, number])[] = [
  ['UNDER_15', 0, 14],
  ['15-17', 15, 17],
  ['18-24', 18, 24],
  ['25-29', 25, 29],
  ['30-35', 30, 35],
  ['36-40', 36, 40],
  ['41-59', 41, 59],
  ['60+', 60, 120],
];

const RANGE = /^(?:de |entre |from |between )?(\d{1,3}) (?:(?:a|et|to|and) )?(\d{1,3})(?: (?:ans|years))?$/;
const AGE = /^(\d{1,3})(?: (?:ans|years))?$/;
const UNDER = /^(?:moins de|under|less than) 15(?: (?:ans|years))?$/;
const OVER = /^(?:60 (?:ans )?(?:et )?plus|plus de 60(?: ans)?|60 (?:and|or) (?:over|older|more)|over 60)$/;

const ofRange = (from: number, to: number) =>
  BOUNDS.find(([, low, high]) => low === from && high === to)?.[0];

const ofAge = (age: number) => BOUNDS.find(([, low, high]) => age >= low && age <= high)?.[0];

const bySign = (text: string): AgeBand | undefined => {
  const tight = text.replace(/\s|ans|years/g, '');
  if (/^(60\+|(\+|≥|>=?)60)$/.test(tight)) return '60+';
  return /^(<|-|under_)15$/.test(tight) ? 'UNDER_15' : undefined;
};

const byWords = (folded: string): AgeBand | undefined => {
  if (UNDER.test(folded)) return 'UNDER_15';
  if (OVER.test(folded)) return '60+';
  const range = RANGE.exec(folded);
  if (range) return ofRange(Number(range[1]), Number(range[2]));
  const age = AGE.exec(folded);
  return age ? ofAge(Number(age[1])) : undefined;
};

/** A band of facts 3.3, or an age in years. Blank is not reported; a band that is none of these is not read. */
export const ageBand: Parse<AgeBand> = (cell) => {
  if (saysNothing(cell)) return read('NR');
  const text = textOf(cell) ?? '';
  const isOther = typeof cell === 'object' || (typeof cell === 'number' && !Number.isInteger(cell));
  const band = isOther ? undefined : (bySign(text.toLowerCase()) ?? byWords(fold(text)));
  return band === undefined ? unread('unknown-age-band') : read(band);
};
