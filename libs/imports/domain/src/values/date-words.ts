import { dayNumbered } from './calendar';

/** A piece of a date phrase: a date with or without its month and year, or what joins two of them. */
export type DateWord =
  { readonly day: number; readonly month?: number; readonly year?: number } | 'and' | 'to';

const MONTHS = [
  'janvier|january|janv|jan',
  'fevrier|february|fevr|fev|feb',
  'mars|march|mar',
  'avril|april|avr|apr',
  'mai|may',
  'juin|june|jun',
  'juillet|july|juil|jul',
  'aout|august|aug',
  'septembre|september|sept|sep',
  'octobre|october|oct',
  'novembre|november|nov',
  'decembre|december|dec',
];
const MONTH = `(${MONTHS.join('|')})\\b\\.?`;
const DAY = '(\\d{1,2})(?:er|st|nd|rd|th)?';

const monthOf = (name: string): number => MONTHS.findIndex((names) => names.split('|').includes(name)) + 1;

// two digits are of this century; nobody transcribes a sheet of 1998
const yearOf = (digits: string): number => (digits.length === 2 ? 2000 : 0) + Number(digits);

type Rule = readonly [RegExp, (groups: readonly string[]) => DateWord | null];

const rules: readonly Rule[] = [
  [
    /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:[t ]\d{2}:\d{2}[\d:.z]*)?/y,
    ([, y = '', , m, d]) => ({ day: Number(d), month: Number(m), year: Number(y) }),
  ],
  [
    /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y,
    ([, d, , m, y = '']) => ({ day: Number(d), month: Number(m), year: yearOf(y) }),
  ],
  [
    new RegExp(`${DAY} +(?:de +)?${MONTH}(?: +(?:de +)?(\\d{4})(?!\\d))?`, 'y'),
    ([, d, name = '', y]) => ({ day: Number(d), month: monthOf(name), ...(y ? { year: Number(y) } : {}) }),
  ],
  [
    new RegExp(`${MONTH} +${DAY},? +(\\d{4})(?!\\d)`, 'y'),
    ([, name = '', d, y]) => ({ day: Number(d), month: monthOf(name), year: Number(y) }),
  ],
  [/(\d{1,2})\/(\d{1,2})(?![\d/])/y, ([, d, m]) => ({ day: Number(d), month: Number(m) })],
  // 45631, as a spreadsheet keeps a day; with the hour of that day behind the point
  [/(\d{5})(?:[.,]\d+)?(?![\d/.-])/y, ([, n]) => dayNumbered(Number(n)) ?? { day: 0 }],
  [new RegExp(`${DAY}(?!\\d)`, 'y'), ([, d]) => ({ day: Number(d) })],
  [/(?:et|and|puis)\b|[&,;+]/y, () => 'and'],
  [/(?:au|a|to|jusqu'au)\b|[-–—]/y, () => 'to'],
  [
    /(?:dates?|du|le|les|de|from|the|on|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|[\s:.]+/y,
    () => null,
  ],
];

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ');

/** The words of a date phrase in French or English, day first; undefined when one word is none. */
export const dateWords = (text: string): readonly DateWord[] | undefined => {
  const words: DateWord[] = [];
  const phrase = plain(text);
  let at = 0;
  while (at < phrase.length) {
    const rule = rules.find(([pattern]) => ((pattern.lastIndex = at), pattern.test(phrase)));
    if (rule === undefined) return undefined;
    const [pattern, say] = rule;
    pattern.lastIndex = at;
    const found = pattern.exec(phrase) ?? [''];
    const word = say(found);
    if (word !== null) words.push(word);
    at += found[0].length;
  }
  return words;
};
