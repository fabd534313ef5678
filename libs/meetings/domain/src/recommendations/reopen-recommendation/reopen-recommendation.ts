import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Known, Reasoned, Recommendation, RecommendationReopened } from '../recommendation';

export type ReopenRecommendation = Said<Reasoned & { readonly recommendationId: string }>;

export type ReopenRecommendationRefusal =
  'recommendation-unknown' | 'not-closed' | 'before-it-was-closed' | 'in-the-future';

type Closed = Exclude<Known, { status: 'issued' }>;

const closedOn = (state: Closed): string => {
  if (state.status === 'claimed') return state.claim.on;
  return state.status === 'verified' ? state.verification.on : state.end.on;
};

/** What was claimed or verified wrongly, rejected or abandoned, is followed again, with the reason. */
export const reopenRecommendation = (
  { data: { recommendationId, on, reason }, at }: ReopenRecommendation,
  recommendation: Recommendation,
): Decision<RecommendationReopened, ReopenRecommendationRefusal> => {
  if (recommendation.status === 'unknown') return refuse('recommendation-unknown');
  if (recommendation.status === 'issued') {
    const last = recommendation.reopenings.at(-1);
    const isSame = last !== undefined && differences(last, { on, reason }).length === 0;
    return isSame ? accept() : refuse('not-closed');
  }
  if (on < closedOn(recommendation)) return refuse('before-it-was-closed');
  if (on > dayOf(at)) return refuse('in-the-future');
  return accept({ type: 'recommendation-reopened', data: { recommendationId, on, reason } });
};
