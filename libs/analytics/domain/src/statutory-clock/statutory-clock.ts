import type { Day } from '../facts';
import { durationOf } from './calendar';
import type { ClockCommittee, ClockMeeting, ClockMinutes, ClockRecommendation } from './clock-facts';
import type { Finding } from './finding';
import { lateMinutes } from './late-minutes';
import { missedMeetings, ruleOn } from './missed-meetings';
import { vacantPresidency, vacantSeats } from './vacancies';

/** What cannot be judged because nothing was recorded of it. */
export type NotJudged = 'INSTALLATION' | 'FREQUENCY' | 'PRESIDENCY' | 'SEATS';

export type StatutoryClock = {
  readonly suspended: boolean;
  readonly findings: readonly Finding[];
  readonly notJudged: readonly NotJudged[];
};

export type ClockFacts = {
  readonly committee: ClockCommittee;
  readonly meetings: readonly ClockMeeting[];
  readonly minutes: readonly ClockMinutes[];
  readonly recommendations: readonly ClockRecommendation[];
};

const isAnswered = ({ answeredOn, claimedOn }: ClockRecommendation, on: Day): boolean =>
  [answeredOn, claimedOn].some((day) => day !== null && day <= on);

const unanswered = (recommendations: readonly ClockRecommendation[], on: Day): readonly Finding[] =>
  recommendations.flatMap((recommendation): readonly Finding[] => {
    const { recommendationId, dueOn, eventId, escalated } = recommendation;
    if (dueOn === null || dueOn >= on || isAnswered(recommendation, on)) return [];
    const overdue = durationOf(dueOn, on);
    const events = escalated !== null && escalated.on <= on ? [eventId, escalated.eventId] : [eventId];
    return [{ code: 'RECOMMENDATION_UNANSWERED', recommendationId, dueOn, overdue, events }];
  });

const notJudged = (committee: ClockCommittee, on: Day): readonly NotJudged[] => {
  const { installed, presidency, seats } = committee;
  const unknown: readonly (readonly [NotJudged, boolean])[] = [
    ['INSTALLATION', installed === null || installed.on > on],
    ['FREQUENCY', ruleOn(committee, on).frequency === 'UNKNOWN'],
    ['PRESIDENCY', !presidency.some(({ since }) => since <= on)],
    ['SEATS', seats.length === 0],
  ];
  return unknown.flatMap(([name, isSo]) => (isSo ? [name] : []));
};

/**
 * What a committee falls short of at the end of a day, by its own rules and by what is recorded to have happened until
 * then. What nobody knows is no finding; it is named in `notJudged`.
 */
export const statutoryClock = (facts: ClockFacts, on: Day): StatutoryClock => {
  const { committee, meetings, recommendations } = facts;
  return {
    suspended: committee.activity.findLast(({ since }) => since <= on)?.suspended ?? false,
    findings: [
      ...missedMeetings(committee, meetings, on),
      ...vacantPresidency(committee, on),
      ...vacantSeats(committee, on),
      ...lateMinutes(facts, on),
      ...unanswered(recommendations, on),
    ],
    notJudged: notJudged(committee, on),
  };
};
