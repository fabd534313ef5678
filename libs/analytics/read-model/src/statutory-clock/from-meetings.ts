import type { ClockFact } from '@benkan/analytics-domain';
import { on } from './clock-rule';

const ofMeeting = ({ meetingId }: { readonly meetingId: string }): string => `meeting:${meetingId}`;
const ofRecommendation = ({ recommendationId }: { readonly recommendationId: string }): string =>
  `recommendation:${recommendationId}`;

// progress may be recorded late: the earliest day counts
const answered = ({ on: day }: { readonly on: string }, before: ClockFact | undefined) => {
  if (before?.kind !== 'recommendation') return undefined;
  const { answeredOn } = before;
  return { ...before, answeredOn: answeredOn !== null && answeredOn < day ? answeredOn : day };
};

/** Meetings with the day they were held, recommendations with the first answer. */
export const fromMeetings = [
  on('meeting-convened', {
    about: ofMeeting,
    tell: ({ meetingId, committeeId, meetingKind }) => ({
      ...{ kind: 'meeting', committeeId, meetingId, heldOn: null },
      isStatutory: meetingKind === 'STATUTORY',
    }),
  }),
  on('meeting-held', {
    about: ofMeeting,
    tell: ({ heldOn }, before) => (before?.kind === 'meeting' ? { ...before, heldOn } : undefined),
  }),
  on('recommendation-issued', {
    about: ofRecommendation,
    tell: ({ recommendationId, committeeId, dueOn }, _, eventId) => ({
      ...{ kind: 'recommendation', committeeId, recommendationId, dueOn, answeredOn: null, eventId },
    }),
  }),
  on('recommendation-progress-reported', { about: ofRecommendation, tell: answered }),
  on('implementation-claimed', { about: ofRecommendation, tell: answered }),
  on('implementation-verified', { about: ofRecommendation, tell: answered }),
] as const;
