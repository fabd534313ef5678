import type { Fold } from '@benkan/kernel';
import { ended, followed, keptOf, nothingSince, type Following } from './following';
import type { Issued, Reasoned, RecommendationFact } from './facts';
import type { Step } from './step';

export type * from './facts';
export type { Following } from './following';

type Followed = { readonly issued: Issued } & Following;

export type Recommendation =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'issued' } & Followed)
  | ({ readonly status: 'claimed'; readonly claim: Step } & Followed)
  | ({ readonly status: 'verified'; readonly claim: Step; readonly verification: Step } & Followed)
  | ({ readonly status: 'rejected'; readonly end: Reasoned } & Followed)
  | ({ readonly status: 'abandoned'; readonly end: Reasoned } & Followed);
export type Known = Exclude<Recommendation, { status: 'unknown' }>;

const stepOf = ({ on, evidence, by }: Step): Step => ({ on, evidence, by });
const followedOf = (state: Known): Followed => ({ issued: state.issued, ...keptOf(state) });

/** A fact that moves it from one situation to another; undefined for those that leave it where it is. */
const moved = (state: Known, fact: RecommendationFact): Recommendation | undefined => {
  switch (fact.type) {
    case 'implementation-claimed':
      return state.status === 'issued' ? { ...state, status: 'claimed', claim: stepOf(fact.data) } : state;
    case 'implementation-verified':
      return state.status === 'claimed'
        ? { ...state, status: 'verified', verification: stepOf(fact.data) }
        : state;
    case 'recommendation-rejected':
      return { ...followedOf(state), status: 'rejected', end: ended(fact.data) };
    case 'recommendation-abandoned':
      return { ...followedOf(state), status: 'abandoned', end: ended(fact.data) };
    case 'recommendation-reopened':
      return {
        ...followedOf(state),
        status: 'issued',
        reopenings: [...state.reopenings, ended(fact.data)],
      };
    default:
      return undefined;
  }
};

const evolve = (state: Recommendation, fact: RecommendationFact): Recommendation => {
  if (fact.type === 'recommendation-issued')
    return { status: 'issued', issued: fact.data, ...nothingSince(fact.data.dueOn) };
  if (state.status === 'unknown') return state;
  return moved(state, fact) ?? { ...state, ...followed(state, fact) };
};

/** A recommendation of a held meeting, from its issue to the verification of what was done. */
export const recommendation: Fold<Recommendation, RecommendationFact> = {
  initial: { status: 'unknown' },
  evolve,
};
