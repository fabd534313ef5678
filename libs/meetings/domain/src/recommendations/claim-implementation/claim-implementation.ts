import { accept, refuse, type Decision, type Said } from '@benkan/kernel';
import type { ImplementationClaimed, Recommendation } from '../recommendation';
import { reopenedOn, wrongDay } from '../standing';
import { speaksUnduly, stepDifferences, type SaidStep } from '../step';

export type ClaimImplementation = Said<SaidStep>;

export type ClaimImplementationRefusal =
  | 'recommendation-unknown'
  | 'before-it-was-issued'
  | 'before-it-was-reopened'
  | 'in-the-future'
  | 'already-verified'
  | 'already-closed'
  | 'differs-from-recorded'
  | 'only-an-import-speaks-for-others';

type Answer = Decision<ImplementationClaimed, ClaimImplementationRefusal>;
type Settled = Exclude<Recommendation, { status: 'unknown' | 'issued' }>;

const again = (said: SaidStep, state: Settled): Answer => {
  if (state.status === 'rejected' || state.status === 'abandoned') return refuse('already-closed');
  const differing = stepDifferences(state.claim, said);
  if (differing.length === 0) return accept();
  return state.status === 'verified'
    ? refuse('already-verified')
    : refuse('differs-from-recorded', differing);
};

/** Somebody says it is done, with the evidence, on a day from the issue, or the reopening, to today. */
export const claimImplementation = (
  { data, at, by }: ClaimImplementation,
  recommendation: Recommendation,
): Answer => {
  const { recommendationId, on, evidence, onBehalfOf } = data;
  if (recommendation.status === 'unknown') return refuse('recommendation-unknown');
  if (speaksUnduly(by, onBehalfOf)) return refuse('only-an-import-speaks-for-others');
  if (recommendation.status !== 'issued') return again(data, recommendation);
  const no = wrongDay(recommendation, on, at);
  if (no !== undefined) return refuse(no);
  const reopened = reopenedOn(recommendation);
  if (reopened !== undefined && on < reopened) return refuse('before-it-was-reopened');
  return accept({
    type: 'implementation-claimed',
    data: { recommendationId, on, evidence, by: { actor: by.actor, onBehalfOf } },
  });
};
