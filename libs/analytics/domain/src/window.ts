import type { Day } from './facts';

/** Days from the first to the last, both included. */
export type Window = { readonly from: Day; readonly to: Day };

export const within = (day: Day | null, { from, to }: Window): day is Day =>
  day !== null && from <= day && day <= to;

export const monthOf = (day: Day): string => day.slice(0, 7);

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Calendar months two days span, the first and the last whole; 0 when they are the wrong way round. */
export const monthsBetween = (first: Day, last: Day): number =>
  first > last ? 0 : monthNumber(last) - monthNumber(first) + 1;
