import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../../committees/as-recorded';
import { firstRefusal } from '../../committees/first-refusal';
import type { ActorMapArchived } from '../actor-map-facts';
import type { ActorMap } from '../actor-map';

export type ArchiveMap = Said<ActorMapArchived['data']>;

export type ArchiveMapRefusal =
  'actor-map-unknown' | 'actor-map-closed' | 'in-the-future' | 'before-last-fact' | 'differs-from-recorded';

/** A draft nobody will finish, or a published map that no longer holds, is put away; it stays readable. */
export const archiveMap = (
  { data: { actorMapId, on, reason }, at }: ArchiveMap,
  map: ActorMap,
): Decision<ActorMapArchived, ArchiveMapRefusal> => {
  if (map.status === 'unknown') return refuse('actor-map-unknown');
  if (map.archived !== null) return asRecorded({ on: map.archived.on }, { on });
  const no = firstRefusal(
    [map.status === 'SUPERSEDED', 'actor-map-closed'],
    [on > dayOf(at), 'in-the-future'],
    [on < map.lastOn, 'before-last-fact'],
  );
  return no ?? accept({ type: 'actor-map-archived', data: { actorMapId, on, reason } });
};
