import type { EventStore } from '@benkan/event-store';
import { esdbEventStore } from '@benkan/event-store-esdb';
import type { StoreUrls } from '@benkan/laptop';
import { isReferenceUnit } from '@benkan/registry-service';
import type { Grant } from '@benkan/security';
import { CannotDo } from '../command';

/** Whether the registry ever heard of a unit, or will at its first start. */
export const isKnown = async (store: Pick<EventStore, 'read'>, unitId: string): Promise<boolean> => {
  for await (const _first of store.read(`unit-${unitId}`, { limit: 1 })) return true;
  return isReferenceUnit(unitId);
};

/** Throws `CannotDo` at the first grant over a unit nobody registered. */
export const mustBeKnown = async (
  store: Pick<EventStore, 'read'>,
  grants: readonly Grant[],
): Promise<void> => {
  for (const { territory } of grants)
    if (territory !== null && !(await isKnown(store, territory)))
      throw new CannotDo(
        `--territory : aucune unité ne porte l’identifiant ${territory} ; copiez celui que donne GET /v1/territories, ou enregistrez d’abord l’unité (POST /v1/territories)`,
      );
};

/** The same over the stores a command works on. */
export const allKnown = async ({ esdbUrl }: StoreUrls, grants: readonly Grant[]): Promise<void> => {
  if (grants.length === 0) return;
  const store = esdbEventStore({ url: esdbUrl });
  await mustBeKnown(store, grants).finally(() => store.close());
};
