import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Known, Recommendation, RecommendationEscalated } from '../recommendation';
import { closedBecause, isAnswered } from '../standing';

/** The committee it is taken to, as the registry knows it. */
export type HigherCommittee = {
  readonly level: 'REGION' | 'COMMUNE';
  readonly unitId: string;
  /** Whether the unit of the recommendation lies in that of the committee. */
  readonly isAbove: boolean;
};

export type EscalateRecommendation = Said<{
  readonly recommendationId: string;
  readonly committeeId: string;
  readonly on: string;
  /** Null when the registry knows no such committee. */
  readonly committee: HigherCommittee | null;
}>;

export type EscalateRecommendationRefusal =
  | 'recommendation-unknown'
  | 'committee-unknown'
  | 'committee-not-regional'
  | 'committee-of-another-region'
  | 'no-due-day'
  | 'not-past-due'
  | 'not-sent'
  | 'already-answered'
  | 'already-verified'
  | 'already-closed'
  | 'in-the-future'
  | 'differs-from-recorded';

type Refusal = EscalateRecommendationRefusal;

const notHigher = (committee: HigherCommittee | null): Refusal | undefined => {
  if (committee === null) return 'committee-unknown';
  if (committee.level !== 'REGION') return 'committee-not-regional';
  return committee.isAbove ? undefined : 'committee-of-another-region';
};

const notLeft = (state: Known): Refusal | undefined => {
  const closed = closedBecause(state);
  if (closed !== undefined) return closed;
  if (isAnswered(state)) return 'already-answered';
  return state.sendings.length === 0 ? 'not-sent' : undefined;
};

const recordedAlready = (
  state: Known,
  committeeId: string,
): ReturnType<typeof escalateRecommendation> | undefined => {
  if (state.escalation === null) return undefined;
  const { committeeId: recorded } = state.escalation;
  const differing = differences({ committeeId: recorded }, { committeeId });
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};

const tooSoon = (dueOn: string | null, on: string, at: string): Refusal | undefined => {
  if (dueOn === null) return 'no-due-day';
  if (on <= dueOn) return 'not-past-due';
  return on > dayOf(at) ? 'in-the-future' : undefined;
};

type Escalating = { readonly recommendationId: string; readonly committeeId: string; readonly on: string };

const escalated = (
  data: Escalating,
  committee: HigherCommittee | null,
  dueOn: string | null,
): readonly RecommendationEscalated[] =>
  committee === null || dueOn === null
    ? []
    : [{ type: 'recommendation-escalated', data: { ...data, unitId: committee.unitId, dueOn } }];

/** Nobody answered what was sent, and its day has passed: the regional committee is told, once. */
export const escalateRecommendation = (
  { data: { recommendationId, committeeId, on, committee }, at }: EscalateRecommendation,
  recommendation: Recommendation,
): Decision<RecommendationEscalated, Refusal> => {
  if (recommendation.status === 'unknown') return refuse('recommendation-unknown');
  const recorded = recordedAlready(recommendation, committeeId);
  if (recorded !== undefined) return recorded;
  const { dueOn } = recommendation;
  const no = notLeft(recommendation) ?? notHigher(committee) ?? tooSoon(dueOn, on, at);
  if (no !== undefined) return refuse(no);
  const data = { recommendationId, committeeId, on };
  return accept(...escalated(data, committee, dueOn));
};
