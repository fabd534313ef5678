import { accept, type Acceptance, type SealedText } from '@benkan/kernel';
import type { ActorNameExpired } from '../actor-map-facts';
import type { ActorMap } from '../actor-map';
import { isNameExpired } from '../on-day';

/** The actors whose last day has gone by and whose texts are still kept, with those texts. */
export const namesToDestroy = (
  map: ActorMap,
  today: string,
): readonly { readonly actorId: string; readonly texts: readonly SealedText[] }[] =>
  map.status === 'unknown'
    ? []
    : [...map.actors]
        .filter(([, actor]) => !actor.nameExpired && isNameExpired(actor, today))
        .map(([actorId, { texts }]) => ({ actorId, texts }));

/** A name's day has gone by, on a map of whatever status: said once its texts are destroyed. */
export const expireNames = (
  { actorMapId, on }: { readonly actorMapId: string; readonly on: string },
  map: ActorMap,
): Acceptance<ActorNameExpired> =>
  accept(
    ...namesToDestroy(map, on).map(({ actorId }): ActorNameExpired => ({
      type: 'actor-name-expired',
      data: { actorMapId, actorId, on },
    })),
  );
