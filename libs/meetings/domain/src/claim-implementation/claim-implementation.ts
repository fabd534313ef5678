import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import type { ImplementationClaimed, Recommendation } from '../recommendation';
import { speaksUnduly, stepDifferences, type SaidStep } from '../step';

export type ClaimImplementation = Said<SaidStep>;

export type ClaimImplementationRefusal =
  | 'recommendation-unknown'
  | 'before-it-was-issued'
  | 'in-the-future'
  | 'already-verified'
  | 'differs-from-recorded'
  | 'only-an-import-speaks-for-others';

type Claimed = Extract<Recommendation, { status: 'claimed' | 'verified' }>;

const again = (
  said: SaidStep,
  { status, claim }: Claimed,
): Decision<ImplementationClaimed, ClaimImplementationRefusal> => {
  const differing = stepDifferences(claim, said);
  if (differing.length === 0) return accept();
  return status === 'verified' ? refuse('already-verified') : refuse('differs-from-recorded', differing);
};

/** Somebody says it is done, with the evidence, on a day from the issue to today. */
export const claimImplementation = (
  { data, at, by }: ClaimImplementation,
  recommendation: Recommendation,
): Decision<ImplementationClaimed, ClaimImplementationRefusal> => {
  const { recommendationId, on, evidence, onBehalfOf } = data;
  if (recommendation.status === 'unknown') return refuse('recommendation-unknown');
  if (speaksUnduly(by, onBehalfOf)) return refuse('only-an-import-speaks-for-others');
  if (recommendation.status !== 'issued') return again(data, recommendation);
  if (on < recommendation.issued.issuedOn) return refuse('before-it-was-issued');
  if (on > dayOf(at)) return refuse('in-the-future');
  return accept({
    type: 'implementation-claimed',
    data: { recommendationId, on, evidence, by: { actor: by.actor, onBehalfOf } },
  });
};
