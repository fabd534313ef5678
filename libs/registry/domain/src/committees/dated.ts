/** Something that holds from a day (YYYY-MM-DD in Africa/Bamako) until the next of its kind. */
export type Dated = { readonly since: string };

/** One more, in its place: facts may be recorded late. Of one day, the last told stands. */
export const told = <D extends Dated>(all: readonly D[], one: D): readonly D[] => {
  const next = all.findIndex(({ since }) => since > one.since);
  return next < 0 ? [...all, one] : [...all.slice(0, next), one, ...all.slice(next)];
};

/** What holds on a day; the latest of all without one. */
export const standing = <D extends Dated>(all: readonly D[], day?: string): D | undefined =>
  day === undefined ? all.at(-1) : all.findLast(({ since }) => since <= day);

/** Days from the first to the day before the last; without end where it is null. */
export type Interval = { readonly from: string; readonly to: string | null };

const isEmpty = ({ from, to }: Interval): boolean => to !== null && to <= from;
const begins = ({ from }: Interval, { to }: Interval): boolean => to === null || from < to;

/** Whether two intervals share a day. */
export const overlap = (one: Interval, other: Interval): boolean =>
  !isEmpty(one) && !isEmpty(other) && begins(one, other) && begins(other, one);

/** Each with the day the next one takes over. */
export const intervals = <D extends Dated>(all: readonly D[]): readonly (Interval & { readonly of: D })[] =>
  all.map((of, index) => ({ of, from: of.since, to: all[index + 1]?.since ?? null }));
