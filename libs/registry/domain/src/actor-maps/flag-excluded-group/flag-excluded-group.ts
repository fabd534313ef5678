import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../../committees/as-recorded';
import type { ExcludedGroupFlagged, Flagged } from '../actor-map-facts';
import type { ActorMap, Exclusion, KnownMap } from '../actor-map';
import { changeRefusal, type ChangeRefusal } from '../actor-rules';
import { actorOn, endOf } from '../on-day';

export type FlagExcludedGroup = Said<
  Omit<Flagged, 'carriedFrom'> & {
    /** Whether the client chose the id. */
    readonly idGiven: boolean;
  }
>;

export type FlagExcludedGroupRefusal =
  'actor-map-unknown' | 'actor-unknown' | 'text-for-other-alone' | 'differs-from-recorded' | ChangeRefusal;

type Group = Pick<Exclusion, 'group' | 'otherGroup' | 'actorId'>;

const groupOf = ({ group, otherGroup, actorId }: Group): Group => ({ group, otherGroup, actorId });

/** The exclusion of this id, or else the one of this group and actor that lasts. */
const recordedAs = ({ exclusions }: KnownMap, data: Group & { readonly exclusionId: string }) => {
  const found = exclusions.get(data.exclusionId);
  if (found !== undefined) return { ...found, exclusionId: data.exclusionId };
  const same = [...exclusions].find(
    ([, one]) => endOf(one) === null && differences<Group>(groupOf(one), groupOf(data)).length === 0,
  );
  return same && { ...same[1], exclusionId: same[0] };
};

const knowsActor = ({ actors }: KnownMap, actorId: string | null): boolean => {
  if (actorId === null) return true;
  const actor = actors.get(actorId);
  return actor !== undefined && actorOn(actor) !== undefined;
};

type Given = Group & { readonly on: string; readonly exclusionId?: string };

/** A group is left out, in the person of an actor or without one. */
export const flagExcludedGroup = (
  { data, at }: FlagExcludedGroup,
  map: ActorMap,
): Decision<ExcludedGroupFlagged, FlagExcludedGroupRefusal> => {
  if (map.status === 'unknown') return refuse('actor-map-unknown');
  const { actorMapId, exclusionId, on, idGiven } = data;
  const group = groupOf(data);
  if ((group.group === 'OTHER') !== (group.otherGroup !== null)) return refuse('text-for-other-alone');
  const recorded = recordedAs(map, data);
  if (recorded !== undefined)
    return asRecorded<Given>(recorded, { ...group, on, ...(idGiven && { exclusionId }) });
  const no = changeRefusal(map, on, at);
  if (no !== undefined) return no;
  if (!knowsActor(map, group.actorId)) return refuse('actor-unknown');
  return accept({
    type: 'excluded-group-flagged',
    data: { actorMapId, exclusionId, ...group, on, carriedFrom: null },
  });
};
