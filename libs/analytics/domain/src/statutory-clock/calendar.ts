import type { Day } from '../facts';
import type { Window } from '../window';

/** Whole months, and days in all, from a day to another. */
export type Duration = { readonly months: number; readonly days: number };

type Parts = readonly [year: number, month: number, day: number];

const partsOf = (day: Day): Parts => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

// days since 1 March of year 0, so that a leap day ends its year
const numberOf = ([year, month, day]: Parts): number => {
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  return (
    365 * y +
    Math.floor(y / 4) -
    Math.floor(y / 100) +
    Math.floor(y / 400) +
    Math.floor((153 * m + 2) / 5) +
    day
  );
};

export const durationOf = (from: Day, to: Day): Duration => {
  const [start, end] = [partsOf(from), partsOf(to)];
  const months = (end[0] - start[0]) * 12 + end[1] - start[1];
  return { months: end[2] < start[2] ? months - 1 : months, days: numberOf(end) - numberOf(start) };
};

const two = (number: number): string => String(number).padStart(2, '0');

/** Months counted from January of year 0. */
export const monthIndex = (day: Day): number => partsOf(day)[0] * 12 + partsOf(day)[1] - 1;

const firstDay = (index: number): Day => `${Math.floor(index / 12)}-${two((index % 12) + 1)}-01`;

const lengthOf = (index: number): number =>
  numberOf(partsOf(firstDay(index + 1))) - numberOf(partsOf(firstDay(index)));

/** So many calendar months, the last of them the one at an index. */
export const monthsEnding = (index: number, count: number): Window => ({
  from: firstDay(index - count + 1),
  to: `${firstDay(index).slice(0, 8)}${two(lengthOf(index))}`,
});
