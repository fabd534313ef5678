export type Weekday = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';
export type Nth = 'FIRST' | 'SECOND' | 'THIRD' | 'FOURTH' | 'LAST';
/** On which day of a month a committee meets. */
export type MeetingDay =
  | { readonly kind: 'WEEKDAY'; readonly nth: Nth; readonly weekday: Weekday }
  | { readonly kind: 'DAY_OF_MONTH'; readonly day: number };
export type Frequency = 'MONTHLY' | 'QUARTERLY' | 'UNKNOWN';

const FROM_SUNDAY: readonly Weekday[] = [
  ...(['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const),
];
const NTH: Readonly<Record<Exclude<Nth, 'LAST'>, number>> = { FIRST: 0, SECOND: 1, THIRD: 2, FOURTH: 3 };
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const SHIFTS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How many days a month has; months count from 1. */
export const lengthOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** Sakamoto: the weekday of a day, 0 for Sunday. */
export const weekdayOf = (year: number, month: number, day: number): number => {
  const y = month < 3 ? year - 1 : year;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return (y + leaps + (SHIFTS[month - 1] ?? 0) + day) % 7;
};

const nthWeekday = (
  year: number,
  month: number,
  { nth, weekday }: { nth: Nth; weekday: Weekday },
): number => {
  const wanted = FROM_SUNDAY.indexOf(weekday);
  const first = 1 + ((wanted - weekdayOf(year, month, 1) + 7) % 7);
  if (nth !== 'LAST') return first + 7 * NTH[nth];
  return first + 7 * Math.floor((lengthOf(year, month) - first) / 7);
};

const two = (number: number): string => String(number).padStart(2, '0');

/** The day a committee meets in a month, YYYY-MM-DD. */
export const dayIn = (year: number, month: number, on: MeetingDay): string => {
  const day = on.kind === 'WEEKDAY' ? nthWeekday(year, month, on) : Math.min(on.day, lengthOf(year, month));
  return `${year}-${two(month)}-${two(day)}`;
};

const EVERY: Readonly<Record<Frequency, number>> = { MONTHLY: 1, QUARTERLY: 3, UNKNOWN: 0 };

/** The months of a year a committee meets in, with their days: each, or the last of each quarter. */
export const monthsOf = (
  year: number,
  frequency: Frequency,
  on: MeetingDay,
): readonly { readonly month: number; readonly plannedOn: string }[] => {
  const every = EVERY[frequency];
  if (every === 0) return [];
  return Array.from({ length: 12 / every }, (_, index) => (index + 1) * every).map((month) => ({
    month,
    plannedOn: dayIn(year, month, on),
  }));
};
