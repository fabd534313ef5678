import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type {
  Details,
  Issue,
  Recommendation,
  RecommendationDetailed,
  RecommendationIssued,
} from '../recommendation';

/** The meeting of origin as the log knows it. */
export type MeetingOfOrigin = {
  readonly held: boolean;
  readonly committeeId: string;
  readonly unitId: string;
  /** YYYY-MM-DD; null until held. */
  readonly heldOn: string | null;
};

export type IssueRecommendation = Said<
  Issue &
    Details & {
      readonly recommendationId: string;
      /** Null when nobody convened the meeting. */
      readonly meeting: MeetingOfOrigin | null;
    }
>;

export type IssueRecommendationRefusal =
  | 'meeting-unknown'
  | 'meeting-not-held'
  | 'addressee-reason-missing'
  | 'corps-of-another-type'
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

const detailsOf = ({ responsible, proposerCategory, corps }: Details): Details => ({
  responsible,
  proposerCategory,
  corps,
});

const isDetailed = ({ responsible, proposerCategory, corps }: Details): boolean =>
  responsible !== null || proposerCategory !== null || corps.length > 0;

// only a security actor is of a corps
const isOfAnotherType = ({ addressees }: Issue, { corps }: Details): boolean =>
  corps.some(({ addressee }) => addressees[addressee - 1]?.type !== 'ACTEUR_SECURITE');

type Answer = Decision<RecommendationIssued | RecommendationDetailed, IssueRecommendationRefusal>;

const wrong = (issue: Issue, details: Details, heldOn: string): IssueRecommendationRefusal | undefined => {
  if (lacksReason(issue)) return 'addressee-reason-missing';
  if (isOfAnotherType(issue, details)) return 'corps-of-another-type';
  return issue.dueOn !== null && issue.dueOn < heldOn ? 'due-before-issued' : undefined;
};

const issueFrom = (meeting: MeetingOfOrigin, data: IssueRecommendation['data']): Answer => {
  const { held, heldOn, committeeId, unitId } = meeting;
  const { recommendationId } = data;
  const [issue, details] = [issueOf(data), detailsOf(data)];
  if (!held || heldOn === null) return refuse('meeting-not-held');
  const no = wrong(issue, details, heldOn);
  if (no !== undefined) return refuse(no);
  const issued: RecommendationIssued = {
    type: 'recommendation-issued',
    data: { recommendationId, committeeId, unitId, issuedOn: heldOn, ...issue },
  };
  if (!isDetailed(details)) return accept(issued);
  return accept<RecommendationIssued | RecommendationDetailed>(issued, {
    type: 'recommendation-detailed',
    data: { recommendationId, ...details },
  });
};

/** Issued on the day of its one meeting of origin. */
export const issueRecommendation = (
  { data }: IssueRecommendation,
  recommendation: Recommendation,
): Answer => {
  if (recommendation.status !== 'unknown') {
    const recorded = { ...issueOf(recommendation.issued), ...detailsOf(recommendation.details) };
    const differing = differences(recorded, { ...issueOf(data), ...detailsOf(data) });
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (data.meeting === null) return refuse('meeting-unknown');
  return issueFrom(data.meeting, data);
};
