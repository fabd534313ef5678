import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Issue, Recommendation, RecommendationIssued } from '../recommendation';

/** The meeting of origin as the log knows it. */
export type MeetingOfOrigin = {
  readonly held: boolean;
  readonly committeeId: string;
  readonly unitId: string;
  /** YYYY-MM-DD; null until held. */
  readonly heldOn: string | null;
};

export type IssueRecommendation = Said<
  Issue & {
    readonly recommendationId: string;
    /** Null when nobody convened the meeting. */
    readonly meeting: MeetingOfOrigin | null;
  }
>;

export type IssueRecommendationRefusal =
  | 'meeting-unknown'
  | 'meeting-not-held'
  | 'addressee-reason-missing'
  | 'due-before-issued'
  | 'differs-from-recorded';

const issueOf = (data: Issue): Issue => ({
  meetingId: data.meetingId,
  theme: data.theme,
  text: data.text,
  number: data.number,
  addressees: data.addressees,
  otherAddresseeReason: data.otherAddresseeReason,
  dueOn: data.dueOn,
});

// décret 2019-0041: recommendations go to the local executive and to security actors; another needs a reason
const lacksReason = ({ addressees, otherAddresseeReason }: Issue): boolean =>
  otherAddresseeReason === null && addressees.some(({ type }) => type === 'AUTRE');

type Answer = Decision<RecommendationIssued, IssueRecommendationRefusal>;

const issueFrom = (meeting: MeetingOfOrigin, recommendationId: string, issue: Issue): Answer => {
  const { held, heldOn, committeeId, unitId } = meeting;
  if (!held || heldOn === null) return refuse('meeting-not-held');
  if (lacksReason(issue)) return refuse('addressee-reason-missing');
  if (issue.dueOn !== null && issue.dueOn < heldOn) return refuse('due-before-issued');
  return accept({
    type: 'recommendation-issued',
    data: { recommendationId, committeeId, unitId, issuedOn: heldOn, ...issue },
  });
};

/** Issued on the day of its one meeting of origin. */
export const issueRecommendation = (
  { data }: IssueRecommendation,
  recommendation: Recommendation,
): Answer => {
  const issue = issueOf(data);
  if (recommendation.status !== 'unknown') {
    const differing = differences(issueOf(recommendation.issued), issue);
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (data.meeting === null) return refuse('meeting-unknown');
  return issueFrom(data.meeting, data.recommendationId, issue);
};
