import { accept, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../../committees/as-recorded';
import { standing } from '../../committees/dated';
import type { ActorAdded, ActorTraits, Added } from '../actor-map-facts';
import { actorTraitsOf, type ActorMap, type KnownMap, type MappedActor } from '../actor-map';
import { changeRefusal, personRefusal, type ChangeRefusal, type PersonRefusal } from '../actor-rules';
import { actorOn } from '../on-day';

export type AddActor = Said<
  Omit<Added, 'carriedFrom'> & {
    /** Whether the client chose the id. */
    readonly idGiven: boolean;
  }
>;

export type AddActorRefusal =
  'actor-map-unknown' | 'actor-removed' | 'differs-from-recorded' | PersonRefusal | ChangeRefusal;

/** The actor of this id, or else of this very name, on the map. */
const recordedAs = (
  { actors }: KnownMap,
  { actorId, name }: Pick<Added, 'actorId' | 'name'>,
): readonly [string, MappedActor] | undefined => {
  const found = actors.get(actorId);
  if (found !== undefined) return [actorId, found];
  return [...actors].find(([, actor]) => actorOn(actor)?.name.digest === name.digest);
};

type Given = ActorTraits & { readonly on: string; readonly actorId?: string };

/** An actor comes onto a map once; a person only for a while and in the restricted class. */
export const addActor = ({ data, at }: AddActor, map: ActorMap): Decision<ActorAdded, AddActorRefusal> => {
  if (map.status === 'unknown') return refuse('actor-map-unknown');
  const { actorMapId, actorId, on, idGiven } = data;
  const traits = actorTraitsOf(data);
  const recorded = recordedAs(map, data);
  if (recorded !== undefined) {
    const [id, actor] = recorded;
    const now = standing(actor.versions);
    if (actor.removedOn !== null || now === undefined) return refuse('actor-removed');
    const given: Given = { ...traits, on, ...(idGiven && { actorId }) };
    return asRecorded<Given>({ ...actorTraitsOf(now), on: actor.addedOn, actorId: id }, given);
  }
  const no = changeRefusal(map, on, at) ?? personRefusal(traits, at);
  if (no !== undefined) return no;
  return accept({ type: 'actor-added', data: { actorMapId, actorId, ...traits, on, carriedFrom: null } });
};
