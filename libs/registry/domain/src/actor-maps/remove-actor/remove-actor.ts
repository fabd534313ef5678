import { accept, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../../committees/as-recorded';
import type { ActorRemoved, Removed } from '../actor-map-facts';
import type { ActorMap } from '../actor-map';
import { changeRefusal, type ChangeRefusal } from '../actor-rules';

export type RemoveActor = Said<Removed>;

export type RemoveActorRefusal =
  'actor-map-unknown' | 'actor-unknown' | 'differs-from-recorded' | ChangeRefusal;

/** An actor leaves an open map on a day; what was said of it before stands. */
export const removeActor = (
  { data, at }: RemoveActor,
  map: ActorMap,
): Decision<ActorRemoved, RemoveActorRefusal> => {
  if (map.status === 'unknown') return refuse('actor-map-unknown');
  const { actorMapId, actorId, on, reason } = data;
  const actor = map.actors.get(actorId);
  if (actor === undefined) return refuse('actor-unknown');
  if (actor.removedOn !== null) return asRecorded({ on: actor.removedOn }, { on });
  const no = changeRefusal(map, on, at);
  if (no !== undefined) return no;
  if (on < actor.addedOn) return refuse('before-mapping');
  return accept({ type: 'actor-removed', data: { actorMapId, actorId, on, reason } });
};
