import type { ClockFact } from '@benkan/analytics-domain';
import { on } from './clock-rule';

const ofMeeting = ({ meetingId }: { readonly meetingId: string }): string => `meeting:${meetingId}`;
const ofMinutes = ({ meetingId }: { readonly meetingId: string }): string => `minutes:${meetingId}`;
const ofRecommendation = ({ recommendationId }: { readonly recommendationId: string }): string =>
  `recommendation:${recommendationId}`;

const earliest = (one: string | null, day: string): string => (one !== null && one < day ? one : day);

// what comes late may be of an earlier day: that one counts
const answered = ({ on: day }: { readonly on: string }, before: ClockFact | undefined) =>
  before?.kind === 'recommendation' ? { ...before, answeredOn: earliest(before.answeredOn, day) } : undefined;

const claimed = ({ on: day }: { readonly on: string }, before: ClockFact | undefined) =>
  before?.kind === 'recommendation' ? { ...before, claimedOn: earliest(before.claimedOn, day) } : undefined;

/** Meetings with the day they were held, their minutes, recommendations with the first answer. */
export const fromMeetings = [
  on('meeting-convened', {
    about: ofMeeting,
    tell: ({ meetingId, committeeId, meetingKind }) => ({
      ...{ kind: 'meeting', committeeId, meetingId, held: null },
      isStatutory: meetingKind === 'STATUTORY',
    }),
  }),
  on('meeting-held', {
    about: ofMeeting,
    tell: ({ heldOn }, before, eventId) =>
      before?.kind === 'meeting' ? { ...before, held: { on: heldOn, eventId } } : undefined,
  }),
  on('minutes-drafted', {
    about: ofMinutes,
    tell: ({ meetingId, committeeId }, before, eventId) =>
      before ?? { kind: 'minutes', committeeId, meetingId, adoptedOn: null, eventId },
  }),
  on('minutes-adopted', {
    about: ofMinutes,
    tell: ({ adoptedOn }, before) => (before?.kind === 'minutes' ? { ...before, adoptedOn } : undefined),
  }),
  on('recommendation-issued', {
    about: ofRecommendation,
    tell: ({ recommendationId, committeeId, dueOn }, _, eventId) => ({
      ...{ kind: 'recommendation', committeeId, recommendationId, dueOn, eventId },
      ...{ answeredOn: null, claimedOn: null, escalated: null },
    }),
  }),
  on('recommendation-progress-reported', { about: ofRecommendation, tell: answered }),
  on('recommendation-answered', { about: ofRecommendation, tell: answered }),
  on('implementation-claimed', { about: ofRecommendation, tell: claimed }),
  on('implementation-verified', { about: ofRecommendation, tell: claimed }),
  on('recommendation-reopened', {
    about: ofRecommendation,
    tell: (_, before) => (before?.kind === 'recommendation' ? { ...before, claimedOn: null } : undefined),
  }),
  on('recommendation-carried-over', {
    about: ofRecommendation,
    tell: ({ dueOn }, before) =>
      before?.kind === 'recommendation' && dueOn !== null ? { ...before, dueOn } : undefined,
  }),
  on('recommendation-escalated', {
    about: ofRecommendation,
    tell: ({ on: day }, before, eventId) =>
      before?.kind === 'recommendation' ? { ...before, escalated: { on: day, eventId } } : undefined,
  }),
] as const;
