import { accept, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../../committees/as-recorded';
import type { InclusionReviewed, Reviewed } from '../actor-map-facts';
import type { ActorMap } from '../actor-map';
import { changeRefusal, type ChangeRefusal } from '../actor-rules';
import { endOf } from '../on-day';

export type ReviewInclusion = Said<Reviewed>;

export type ReviewInclusionRefusal =
  | 'actor-map-unknown'
  | 'exclusion-unknown'
  | 'group-no-longer-excluded'
  | 'differs-from-recorded'
  | ChangeRefusal;

/** What has become of a group that was left out: one review a day, none after it is no longer excluded. */
export const reviewInclusion = (
  { data, at }: ReviewInclusion,
  map: ActorMap,
): Decision<InclusionReviewed, ReviewInclusionRefusal> => {
  if (map.status === 'unknown') return refuse('actor-map-unknown');
  const { exclusionId, reviewedOn, outcome, note } = data;
  const exclusion = map.exclusions.get(exclusionId);
  if (exclusion === undefined) return refuse('exclusion-unknown');
  const recorded = exclusion.reviews.find((one) => one.reviewedOn === reviewedOn);
  if (recorded !== undefined) return asRecorded(recorded, { outcome, note });
  const no = changeRefusal(map, reviewedOn, at);
  if (no !== undefined) return no;
  if (reviewedOn < exclusion.on) return refuse('before-mapping');
  if (endOf(exclusion) !== null) return refuse('group-no-longer-excluded');
  return accept({ type: 'inclusion-reviewed', data });
};
