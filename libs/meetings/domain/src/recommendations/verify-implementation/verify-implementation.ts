import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import type { ImplementationVerified, Recommendation } from '../recommendation';
import { sameParty, speaksUnduly, stepDifferences, type SaidStep } from '../step';

export type VerifyImplementation = Said<SaidStep>;

export type VerifyImplementationRefusal =
  | 'recommendation-unknown'
  | 'not-claimed'
  | 'already-closed'
  | 'verifier-is-the-claimer'
  | 'before-the-claim'
  | 'in-the-future'
  | 'differs-from-recorded'
  | 'only-an-import-speaks-for-others';

type Answer = Decision<ImplementationVerified, VerifyImplementationRefusal>;
type Claimed = Extract<Recommendation, { status: 'claimed' }>;

const verify = ({ data, at, by }: VerifyImplementation, { claim }: Claimed): Answer => {
  const { recommendationId, on, evidence, onBehalfOf } = data;
  const verifier = { actor: by.actor, onBehalfOf };
  if (sameParty(verifier, claim.by)) return refuse('verifier-is-the-claimer');
  if (on < claim.on) return refuse('before-the-claim');
  if (on > dayOf(at)) return refuse('in-the-future');
  return accept({ type: 'implementation-verified', data: { recommendationId, on, evidence, by: verifier } });
};

/** Somebody else than the claimer saw, with the evidence, that it is done. */
export const verifyImplementation = (
  command: VerifyImplementation,
  recommendation: Recommendation,
): Answer => {
  const { data, by } = command;
  if (recommendation.status === 'unknown') return refuse('recommendation-unknown');
  if (speaksUnduly(by, data.onBehalfOf)) return refuse('only-an-import-speaks-for-others');
  if (recommendation.status === 'issued') return refuse('not-claimed');
  if (recommendation.status === 'claimed') return verify(command, recommendation);
  if (recommendation.status !== 'verified') return refuse('already-closed');
  const differing = stepDifferences(recommendation.verification, data);
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};
