import type { Day } from '../facts';
import { durationOf, monthIndex, monthsEnding } from './calendar';
import type { ClockCommittee, ClockMeeting } from './clock-facts';
import type { Finding } from './finding';
import { PERIOD_MONTHS, ruleOn, wasSuspended } from './missed-meetings';
import type { ClockFacts } from './statutory-clock';

type Held = NonNullable<ClockMeeting['held']>;
type Due = { readonly on: Day; readonly eventId: string };

/** The last day of the period after the one of a meeting, where the rule of that day knows periods. */
const byRule = (committee: ClockCommittee, { on }: Held): readonly Due[] => {
  const { frequency, eventId } = ruleOn(committee, on);
  if (frequency === 'UNKNOWN') return [];
  const length = PERIOD_MONTHS[frequency];
  const period = monthsEnding((Math.floor(monthIndex(on) / length) + 2) * length - 1, length);
  return wasSuspended(committee, period) ? [] : [{ on: period.to, eventId }];
};

const byNextMeeting = (meetings: readonly ClockMeeting[], { on }: Held): readonly Due[] =>
  meetings.flatMap(({ isStatutory, held }) => (isStatutory && held !== null && held.on > on ? [held] : []));

const byDay = (one: ClockMeeting, other: ClockMeeting): number =>
  (one.held?.on ?? '').localeCompare(other.held?.on ?? '') || one.meetingId.localeCompare(other.meetingId);

const firstOf = (dues: readonly Due[]): Due | undefined =>
  [...dues].sort((one, other) => (one.on < other.on ? -1 : 1))[0];

const lateOf = ({ committee, meetings, minutes }: ClockFacts, meeting: ClockMeeting, on: Day) => {
  const { meetingId, held } = meeting;
  const written = minutes.find((one) => one.meetingId === meetingId);
  const adoptedOn = written?.adoptedOn ?? null;
  if (held === null || (adoptedOn !== null && adoptedOn <= on)) return undefined;
  const due = firstOf([...byNextMeeting(meetings, held), ...byRule(committee, held)]);
  return due !== undefined && due.on < on ? { held, due, written } : undefined;
};

/**
 * Minutes not adopted by the next held statutory meeting, whose first item they are, or by the end of the next period
 * by the committee's rule, whichever comes first; in the order of their days. No text known to us sets a number of days (facts, gap 2).
 */
export const lateMinutes = (facts: ClockFacts, on: Day): readonly Finding[] =>
  [...facts.meetings].sort(byDay).flatMap((meeting): readonly Finding[] => {
    const late = lateOf(facts, meeting, on);
    if (late === undefined) return [];
    const { held, due, written } = late;
    const events = [held.eventId, due.eventId, ...(written === undefined ? [] : [written.eventId])];
    return [
      {
        ...{ code: 'MINUTES_LATE', meetingId: meeting.meetingId, heldOn: held.on, dueOn: due.on },
        ...{ overdue: durationOf(due.on, on), drafted: written !== undefined, events },
      },
    ];
  });
