import type { ActivityTally, ActivityTold } from './activity';

export type WrongTelling =
  'days-repeat' | 'day-is-in-the-future' | 'other-kind-missing' | 'tally-part-exceeds-total';

/** The groups overlap: no part is larger than the whole, and young women fit among the women and the young. */
const doesNotAddUp = ({ women, men, notReported, youth, youngWomen, isf, members }: ActivityTally): boolean =>
  Math.max(youth, isf, members) > women + men + notReported ||
  youngWomen > Math.min(women, youth) ||
  youth - youngWomen > men + notReported;

/** Why an activity cannot have been as it is told; undefined when it can. */
export const wrongTelling = (
  { days, kind, otherKind, tally }: ActivityTold,
  today: string,
): WrongTelling | undefined => {
  if (new Set(days).size < days.length) return 'days-repeat';
  if (days.some((day) => day > today)) return 'day-is-in-the-future';
  if (kind === 'OTHER' && otherKind === null) return 'other-kind-missing';
  return tally !== null && doesNotAddUp(tally) ? 'tally-part-exceeds-total' : undefined;
};

/** Days and corps in one order: the order they are told in says nothing. */
export const inOrder = (told: ActivityTold): ActivityTold => ({
  ...told,
  days: [...told.days].sort(),
  jointWith: [...new Set(told.jointWith)].sort(),
});
