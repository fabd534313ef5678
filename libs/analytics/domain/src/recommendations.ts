import { byTerritory } from './by-territory';
import type { Day, Recommendation, RecommendationStep } from './facts';
import { counted, share, type Measure } from './figure';
import type { Territories } from './territories';
import { within, type Window } from './window';

const isVerifiedBy = ({ verifiedOn }: Recommendation, day: Day): boolean =>
  verifiedOn !== null && verifiedOn <= day;

const stoodAt = (recommendation: Recommendation, day: Day): RecommendationStep['status'] | 'ISSUED' => {
  if (isVerifiedBy(recommendation, day)) return 'IMPLEMENTATION_VERIFIED';
  const taken = recommendation.steps.filter(({ on }) => on <= day).map(({ status }) => status);
  if (taken.includes('IMPLEMENTATION_CLAIMED')) return 'IMPLEMENTATION_CLAIMED';
  return taken.includes('IN_PROGRESS') ? 'IN_PROGRESS' : 'ISSUED';
};

/**
 * IND-12: recommendations issued in the window. IND-14: verified by the window's end over issued and due in the window;
 * `partial` (in progress) and `claimed` (not verified yet) are counted apart, never as done. Without a day due, a
 * recommendation is not in IND-14.
 */
export const recommendationsFollowed = (
  recommendations: readonly Recommendation[],
  territories: Territories,
  window: Window,
): ((territoryId: string) => readonly Measure[]) => {
  const placed = byTerritory(recommendations, ({ unitId }) => unitId, territories);

  return (territoryId) => {
    const here = placed(territoryId);
    const due = here
      .filter(({ dueOn }) => within(dueOn, window))
      .map((recommendation) => stoodAt(recommendation, window.to));
    const standing = (wanted: string) => due.filter((status) => status === wanted).length;
    return [
      counted('IND-12', 'count', here.filter(({ issuedOn }) => within(issuedOn, window)).length),
      share('IND-14', standing('IMPLEMENTATION_VERIFIED'), due.length, {
        details: { partial: standing('IN_PROGRESS'), claimed: standing('IMPLEMENTATION_CLAIMED') },
      }),
    ];
  };
};
