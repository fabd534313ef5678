import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import type { LookPurpose, RestrictedActorRevealed } from '../actor-map-facts';
import type { ActorMap } from '../actor-map';
import { isNameExpired } from '../on-day';

export type RevealActor = Said<{
  readonly actorMapId: string;
  readonly actorId: string;
  readonly purpose: LookPurpose;
}>;

export type RevealActorRefusal = 'actor-map-unknown' | 'actor-unknown' | 'name-expired';

/** Every look at a restricted name leaves a trace; after its last day nobody looks at it any more. */
export const revealActor = (
  { data: { actorMapId, actorId, purpose }, at, by }: RevealActor,
  map: ActorMap,
): Decision<RestrictedActorRevealed, RevealActorRefusal> => {
  if (map.status === 'unknown') return refuse('actor-map-unknown');
  const actor = map.actors.get(actorId);
  if (actor === undefined) return refuse('actor-unknown');
  if (isNameExpired(actor, dayOf(at))) return refuse('name-expired');
  return accept({
    type: 'restricted-actor-revealed',
    data: { actorMapId, actorId, purpose, to: by.actor },
  });
};
