const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

export const exists = ({ year, month, day }: CalendarDay): boolean =>
  year >= 1900 && year <= 2100 && day >= 1 && day <= daysIn(year, month);

export const isoOf = ({ year, month, day }: CalendarDay): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The day after, over the end of months and years. */
export const nextDay = ({ year, month, day }: CalendarDay): CalendarDay => {
  if (day < daysIn(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
};

const FIRST_OF_2000 = 36_526;
const FIRST_OF_2100 = 73_051;

/** The day a spreadsheet counts by this number, from 1900; undefined outside this century. */
export const dayNumbered = (serial: number): CalendarDay | undefined => {
  if (!Number.isInteger(serial) || serial < FIRST_OF_2000 || serial >= FIRST_OF_2100) return undefined;
  let left = serial - FIRST_OF_2000;
  let [year, month] = [2000, 1];
  for (let days = 366; left >= days; days = isLeap(year) ? 366 : 365) {
    left -= days;
    year += 1;
  }
  for (let days = daysIn(year, month); left >= days; days = daysIn(year, month)) {
    left -= days;
    month += 1;
  }
  return { year, month, day: left + 1 };
};
