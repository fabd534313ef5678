import { exists, isoOf, nextDay, type CalendarDay } from './calendar';
import { dateWords, type DateWord } from './date-words';

const LONGEST = 31;
const LONGEST_TEXT = 300;

type Date = Exclude<DateWord, string>;

// « 2 et 3 décembre 2024 »: what a date lacks it takes from the one after it
const complete = (dates: readonly Date[]): CalendarDay[] | undefined => {
  const whole: CalendarDay[] = [];
  let after: Partial<CalendarDay> = {};
  for (const date of [...dates].reverse()) {
    const { day, month = after.month, year = after.year } = date;
    if (month === undefined || year === undefined || !exists({ year, month, day })) return undefined;
    after = { year, month };
    whole.unshift({ year, month, day });
  }
  return whole;
};

const isDate = (word: DateWord): word is Date => typeof word === 'object';

// date, joint, date, joint, date
const alternates = (words: readonly DateWord[]): boolean =>
  words.length % 2 === 1 && words.every((word, index) => isDate(word) === (index % 2 === 0));

const between = (from: CalendarDay, to: CalendarDay): CalendarDay[] | undefined => {
  const days: CalendarDay[] = [];
  let day = nextDay(from);
  while (isoOf(day) < isoOf(to)) {
    if (days.length > LONGEST) return undefined;
    days.push(day);
    day = nextDay(day);
  }
  return days;
};

const spread = (dates: readonly CalendarDay[], joints: readonly DateWord[]): string[] | undefined => {
  const days = dates.slice(0, 1);
  for (const [index, to] of dates.slice(1).entries()) {
    const from = dates[index] ?? to;
    const inside = joints[index] === 'to' ? between(from, to) : [];
    if (inside === undefined || isoOf(from) >= isoOf(to)) return undefined;
    days.push(...inside, to);
  }
  return days.length > 0 && days.length <= LONGEST ? days.map(isoOf) : undefined;
};

/** The days of « 2024-12-02 et 2024-12-03 », « du 2 au 4 décembre 2024 »…, in order; undefined when it cannot be read. */
export const readDays = (text: string): readonly string[] | undefined => {
  const words = text.length > LONGEST_TEXT ? undefined : dateWords(text);
  if (words === undefined || !alternates(words)) return undefined;
  const dates = complete(words.filter(isDate));
  return (
    dates &&
    spread(
      dates,
      words.filter((word) => !isDate(word)),
    )
  );
};

/** The one day of a text, day first; undefined when it is none or several. */
export const readDay = (text: string): string | undefined => {
  const days = readDays(text);
  return days?.length === 1 ? days[0] : undefined;
};
