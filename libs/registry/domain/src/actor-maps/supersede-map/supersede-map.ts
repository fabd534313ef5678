import { accept, type Acceptance } from '@benkan/kernel';
import type { ActorMapSuperseded } from '../actor-map-facts';
import type { ActorMap } from '../actor-map';

/** The map published until now gives way to the next one of its unit; any other stays as it is. */
export const supersedeMap = (
  superseded: ActorMapSuperseded['data'],
  map: ActorMap,
): Acceptance<ActorMapSuperseded> =>
  map.status === 'PUBLISHED' && superseded.by !== superseded.actorMapId
    ? accept({ type: 'actor-map-superseded', data: superseded })
    : accept();
