import { accept, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import { asRecorded } from '../../committees/as-recorded';
import type { InclusionStrategyProposed, Proposed } from '../actor-map-facts';
import type { ActorMap, Exclusion } from '../actor-map';
import { changeRefusal, type ChangeRefusal } from '../actor-rules';
import { endOf } from '../on-day';

export type ProposeInclusionStrategy = Said<
  Omit<Proposed, 'carriedFrom'> & {
    /** Whether the client chose the id. */
    readonly idGiven: boolean;
  }
>;

export type ProposeInclusionStrategyRefusal =
  | 'actor-map-unknown'
  | 'exclusion-unknown'
  | 'group-no-longer-excluded'
  | 'differs-from-recorded'
  | ChangeRefusal;

type Given = { readonly text: SealedText; readonly on: string; readonly strategyId?: string };

/** The strategy of this id, or else of these very words. */
const recordedAs = (
  { strategies }: Exclusion,
  { strategyId, text }: Proposed | Omit<Proposed, 'carriedFrom'>,
) => {
  const found = strategies.get(strategyId);
  if (found !== undefined) return { ...found, strategyId };
  const same = [...strategies].find(([, one]) => one.text.digest === text.digest);
  return same && { ...same[1], strategyId: same[0] };
};

/** How a group that is left out is to be included; there may be several ways. */
export const proposeInclusionStrategy = (
  { data, at }: ProposeInclusionStrategy,
  map: ActorMap,
): Decision<InclusionStrategyProposed, ProposeInclusionStrategyRefusal> => {
  if (map.status === 'unknown') return refuse('actor-map-unknown');
  const { actorMapId, exclusionId, strategyId, text, on, idGiven } = data;
  const exclusion = map.exclusions.get(exclusionId);
  if (exclusion === undefined) return refuse('exclusion-unknown');
  const recorded = recordedAs(exclusion, data);
  if (recorded !== undefined)
    return asRecorded<Given>(recorded, { text, on, ...(idGiven && { strategyId }) });
  const no = changeRefusal(map, on, at);
  if (no !== undefined) return no;
  if (endOf(exclusion) !== null) return refuse('group-no-longer-excluded');
  return accept({
    type: 'inclusion-strategy-proposed',
    data: { actorMapId, exclusionId, strategyId, text, on, carriedFrom: null },
  });
};
