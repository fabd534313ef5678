import type { Day } from '../facts';
import { within, type Window } from '../window';
import { monthIndex, monthsEnding } from './calendar';
import type { ClockCommittee, ClockMeeting } from './clock-facts';
import type { Finding } from './finding';

type Missed = Extract<Finding, { code: 'NO_STATUTORY_MEETING' }>;
type Rule = { readonly frequency: ClockCommittee['established']['frequency']; readonly eventId: string };

/** How many months a period of a rule has. */
export const PERIOD_MONTHS = { MONTHLY: 1, QUARTERLY: 3 } as const;

/** The rule that holds on a day; what was said at the establishment where none was adopted yet. */
export const ruleOn = ({ rules, established }: ClockCommittee, day: Day): Rule =>
  rules.findLast(({ since }) => since <= day) ?? established;

const periodEnding = (index: number, { frequency }: Rule): Window | undefined => {
  if (frequency === 'UNKNOWN') return undefined;
  const months = PERIOD_MONTHS[frequency];
  return (index + 1) % months === 0 ? monthsEnding(index, months) : undefined;
};

/** Whether a suspension touched a period. */
export const wasSuspended = ({ activity }: ClockCommittee, { from, to }: Window): boolean =>
  activity.some(({ suspended, since }, index) => {
    const again = activity[index + 1]?.since;
    return suspended && since <= to && (again === undefined || again > from);
  });

/**
 * Months, or quarters, without a held statutory meeting, by the rule that held on their last day: from the one of the
 * installation on, once they are over. An unknown rule asks for nothing; a period touched by a suspension neither.
 */
export const missedMeetings = (
  committee: ClockCommittee,
  meetings: readonly ClockMeeting[],
  on: Day,
): readonly Missed[] => {
  const { installed } = committee;
  if (installed === null || installed.on > on) return [];
  const days = meetings.flatMap(({ isStatutory, held }) =>
    isStatutory && held !== null && held.on >= installed.on && held.on <= on ? [held.on] : [],
  );
  const first = monthIndex(installed.on);
  const months = Array.from({ length: monthIndex(on) - first + 1 }, (_, index) => first + index);
  return months.flatMap((index): readonly Missed[] => {
    const rule = ruleOn(committee, monthsEnding(index, 1).to);
    const period = periodEnding(index, rule);
    if (period === undefined || period.to >= on) return [];
    if (wasSuspended(committee, period) || days.some((day) => within(day, period))) return [];
    return [{ code: 'NO_STATUTORY_MEETING', ...period, events: [installed.eventId, rule.eventId] }];
  });
};
