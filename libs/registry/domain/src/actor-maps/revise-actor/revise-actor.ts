import { accept, differences, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import { standing } from '../../committees/dated';
import type { ActorRevised, ActorTraits } from '../actor-map-facts';
import { actorTraitsOf, type ActorMap, type MappedActor } from '../actor-map';
import { changeRefusal, personRefusal, type ChangeRefusal, type PersonRefusal } from '../actor-rules';

export type ReviseActor = Said<{
  readonly actorMapId: string;
  readonly actorId: string;
  /** What is left out stays as it is. */
  readonly changes: Partial<ActorTraits>;
  readonly on: string;
  readonly reason: SealedText;
}>;

export type ReviseActorRefusal =
  'actor-map-unknown' | 'actor-unknown' | 'actor-removed' | PersonRefusal | ChangeRefusal;

const saysNothingNew = ({ versions }: MappedActor, changes: Partial<ActorTraits>, on: string): boolean => {
  const latest = standing(versions);
  if (latest === undefined || standing(versions, on) !== latest) return false;
  return differences<object>(latest, changes).length === 0;
};

/** What an actor is may be said anew from a day on, while the map is open. */
export const reviseActor = (
  { data: { actorMapId, actorId, changes, on, reason }, at }: ReviseActor,
  map: ActorMap,
): Decision<ActorRevised, ReviseActorRefusal> => {
  if (map.status === 'unknown') return refuse('actor-map-unknown');
  const actor = map.actors.get(actorId);
  if (actor === undefined) return refuse('actor-unknown');
  if (saysNothingNew(actor, changes, on)) return accept();
  const before = standing(actor.versions, on);
  const no = changeRefusal(map, on, at);
  if (no !== undefined) return no;
  if (before === undefined) return refuse('before-mapping');
  if (actor.removedOn !== null) return refuse('actor-removed');
  const traits = { ...actorTraitsOf(before), ...changes };
  const unfit = personRefusal(traits, at);
  if (unfit !== undefined) return unfit;
  return accept({ type: 'actor-revised', data: { actorMapId, actorId, ...traits, on, reason } });
};
