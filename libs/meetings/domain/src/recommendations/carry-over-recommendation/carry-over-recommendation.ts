import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Known, Recommendation, RecommendationCarriedOver } from '../recommendation';
import { closedBecause } from '../standing';

/** The meeting it is carried to, as the log knows it. */
export type LaterMeeting = {
  readonly committeeId: string;
  /** The day it was held, or is planned for; YYYY-MM-DD. */
  readonly day: string;
  readonly cancelled: boolean;
};

export type CarryOverRecommendation = Said<{
  readonly recommendationId: string;
  readonly meetingId: string;
  readonly dueOn: string | null;
  /** Null when nobody convened the meeting. */
  readonly meeting: LaterMeeting | null;
}>;

export type CarryOverRecommendationRefusal =
  | 'recommendation-unknown'
  | 'meeting-unknown'
  | 'meeting-of-another-committee'
  | 'meeting-not-later'
  | 'meeting-cancelled'
  | 'due-before-the-meeting'
  | 'already-verified'
  | 'already-closed'
  | 'differs-from-recorded';

type Refusal = CarryOverRecommendationRefusal;

/** The latest meeting it was discussed at. */
const lastDay = ({ issued, carriedOver }: Known): string =>
  carriedOver.reduce((latest, { on }) => (on > latest ? on : latest), issued.issuedOn);

const notThere = (state: Known, meeting: LaterMeeting, dueOn: string | null): Refusal | undefined => {
  if (meeting.committeeId !== state.issued.committeeId) return 'meeting-of-another-committee';
  if (meeting.cancelled) return 'meeting-cancelled';
  if (meeting.day <= lastDay(state)) return 'meeting-not-later';
  return dueOn !== null && dueOn < meeting.day ? 'due-before-the-meeting' : undefined;
};

/** What is open goes on the agenda of a later meeting of its committee, once; the day due may move with it. */
export const carryOverRecommendation = (
  { data: { recommendationId, meetingId, dueOn, meeting } }: CarryOverRecommendation,
  recommendation: Recommendation,
): Decision<RecommendationCarriedOver, Refusal> => {
  if (recommendation.status === 'unknown') return refuse('recommendation-unknown');
  const recorded = recommendation.carriedOver.find((one) => one.meetingId === meetingId);
  if (recorded !== undefined) {
    const differing = differences<{ readonly dueOn: string | null }>(recorded, { dueOn });
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  const closed = closedBecause(recommendation);
  if (closed !== undefined) return refuse(closed);
  if (meeting === null) return refuse('meeting-unknown');
  const no = notThere(recommendation, meeting, dueOn);
  if (no !== undefined) return refuse(no);
  const data = { recommendationId, meetingId, on: meeting.day, dueOn };
  return accept({ type: 'recommendation-carried-over', data });
};
