import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Reasoned, RecommendationAbandoned, RecommendationRejected } from './facts';
import type { Known, Recommendation } from './recommendation';
import { reopenedOn, wrongDay } from './standing';

export type End = Said<Reasoned & { readonly recommendationId: string }>;

export type EndRefusal =
  | 'recommendation-unknown'
  | 'before-it-was-issued'
  | 'before-it-was-reopened'
  | 'in-the-future'
  | 'already-claimed'
  | 'already-verified'
  | 'already-closed'
  | 'differs-from-recorded';

type Ended = RecommendationRejected | RecommendationAbandoned;
type Ending = 'rejected' | 'abandoned';

const tooEarly = (state: Known, on: string): 'before-it-was-reopened' | undefined => {
  const reopened = reopenedOn(state);
  return reopened !== undefined && on < reopened ? 'before-it-was-reopened' : undefined;
};

const again = (recorded: Reasoned, { data: { on, reason } }: End): Decision<Ended, EndRefusal> => {
  const differing = differences(recorded, { on, reason });
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};

/** What is neither claimed nor closed comes to an end, with the reason. */
export const ending =
  (how: Ending) =>
  (command: End, state: Recommendation): Decision<Ended, EndRefusal> => {
    const { recommendationId, on, reason } = command.data;
    if (state.status === 'unknown') return refuse('recommendation-unknown');
    if (state.status === how) return again(state.end, command);
    if (state.status === 'claimed') return refuse('already-claimed');
    if (state.status === 'verified') return refuse('already-verified');
    if (state.status !== 'issued') return refuse('already-closed');
    const no = wrongDay(state, on, command.at) ?? tooEarly(state, on);
    if (no !== undefined) return refuse(no);
    return accept({ type: `recommendation-${how}`, data: { recommendationId, on, reason } });
  };
