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
