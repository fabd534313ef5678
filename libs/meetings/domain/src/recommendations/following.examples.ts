import { at, ids, text } from '../meeting.examples';
import type {
  Answer,
  Issue,
  RecommendationAbandoned,
  RecommendationAcknowledged,
  RecommendationAnswered,
  RecommendationCarriedOver,
  RecommendationDetailed,
  RecommendationEscalated,
  RecommendationIssued,
  RecommendationRejected,
  RecommendationReopened,
  RecommendationSent,
  ReminderDelivered,
  ReminderRecorded,
} from './recommendation';
import { clerk, issued, recommendationId } from './recommendation.examples';

/** What is told of a recommendation after its issue, for the specs; today is 1 December 2024. */
export const later = '66666666-6666-5666-8666-666666666666';
export const region = '77777777-7777-5777-8777-777777777777';
export const focalPoint = { actor: 'd'.repeat(64), role: 'security-focal-point' };

const to: Issue['addressees'] = [
  { type: 'EXECUTIF_LOCAL', name: text('2') },
  { type: 'ACTEUR_SECURITE', name: text('6') },
];
export const toTwo: RecommendationIssued = { ...issued, data: { ...issued.data, addressees: to } };
export const police: RecommendationDetailed = {
  type: 'recommendation-detailed',
  data: {
    ...{ recommendationId, responsible: null, proposerCategory: null },
    corps: [{ addressee: 2, corps: 'POLICE' }],
  },
};
/** Due on 20 November: overdue today. */
export const overdue: RecommendationIssued = {
  ...issued,
  data: { ...issued.data, issuedOn: '2024-11-01', dueOn: '2024-11-20' },
};

export const sent = (on = '2024-11-22', addressee = 1): RecommendationSent => ({
  type: 'recommendation-sent',
  data: { recommendationId, addressee, on, channel: 'LETTER' },
});
export const acknowledged: RecommendationAcknowledged = {
  type: 'recommendation-acknowledged',
  data: { recommendationId, addressee: 1, on: '2024-11-23', corps: null },
};
export const answered = (given: Partial<Answer> = {}): RecommendationAnswered => ({
  type: 'recommendation-answered',
  data: {
    ...{ recommendationId, addressee: 1, on: '2024-11-24', answer: 'ACCEPTED', text: text('a'), corps: null },
    ...given,
  },
});
const reasoned = (on: string, reason: string) => ({ recommendationId, on, reason: text(reason) });
export const rejected: RecommendationRejected = {
  type: 'recommendation-rejected',
  data: reasoned('2024-11-29', 'c'),
};
export const abandoned: RecommendationAbandoned = {
  type: 'recommendation-abandoned',
  data: reasoned('2024-11-29', 'd'),
};
export const reopened = (on = '2024-11-30'): RecommendationReopened => ({
  type: 'recommendation-reopened',
  data: reasoned(on, 'e'),
});
export const carriedOver = (on = '2024-12-19', dueOn: string | null = null): RecommendationCarriedOver => ({
  type: 'recommendation-carried-over',
  data: { recommendationId, meetingId: later, on, dueOn },
});
export const escalated: RecommendationEscalated = {
  type: 'recommendation-escalated',
  data: { recommendationId, committeeId: region, unitId: ids.awa, on: '2024-11-30', dueOn: '2024-11-20' },
};
const unanswered = { recommendationId, kind: 'UNANSWERED', dueOn: '2024-11-20', on: '2024-12-01' } as const;
export const reminded: ReminderRecorded = { type: 'reminder-recorded', data: unanswered };
export const delivered: ReminderDelivered = {
  type: 'reminder-delivered',
  data: { ...unanswered, channel: 'EMAIL' },
};

type Caller = typeof clerk;
/** A command of a caller, today. */
export const saying = <Data extends object>(data: Data, by: Caller = clerk) => ({
  data: { recommendationId, ...data },
  ...{ at, by },
});
