import type { Day } from './facts';

/** Days from the first to the last, both included. */
export type Window = { readonly from: Day; readonly to: Day };

export const within = (day: Day | null, { from, to }: Window): day is Day =>
  day !== null && from <= day && day <= to;

export const monthOf = (day: Day): string => day.slice(0, 7);

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

const monthAt = (number: number): string =>
  `${String(Math.floor((number - 1) / 12)).padStart(4, '0')}-${String(((number - 1) % 12) + 1).padStart(2, '0')}`;

/** Calendar months (YYYY-MM) two days span, the first and the last whole; none when they are the wrong way round. */
export const monthsBetween = (first: Day, last: Day): readonly string[] => {
  if (first > last) return [];
  const start = monthNumber(first);
  return Array.from({ length: monthNumber(last) - start + 1 }, (_, index) => monthAt(start + index));
};
