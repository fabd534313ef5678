import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../../committees/as-recorded';
import { firstRefusal } from '../../committees/first-refusal';
import type { ActorMapPublished } from '../actor-map-facts';
import type { ActorMap } from '../actor-map';
import { actorsOn } from '../on-day';

export type PublishMap = Said<ActorMapPublished['data']>;

export type PublishMapRefusal =
  | 'actor-map-unknown'
  | 'actor-map-closed'
  | 'map-without-actors'
  | 'in-the-future'
  | 'before-last-fact'
  | 'differs-from-recorded';

/** A draft with an actor on it becomes the map of its unit; from then on nothing on it changes. */
export const publishMap = (
  { data: { actorMapId, on }, at }: PublishMap,
  map: ActorMap,
): Decision<ActorMapPublished, PublishMapRefusal> => {
  if (map.status === 'unknown') return refuse('actor-map-unknown');
  if (map.publishedOn !== null) return asRecorded({ on: map.publishedOn }, { on });
  const no = firstRefusal(
    [map.status !== 'DRAFT', 'actor-map-closed'],
    [on > dayOf(at), 'in-the-future'],
    [on < map.lastOn, 'before-last-fact'],
    [actorsOn(map).length === 0, 'map-without-actors'],
  );
  return no ?? accept({ type: 'actor-map-published', data: { actorMapId, on } });
};
