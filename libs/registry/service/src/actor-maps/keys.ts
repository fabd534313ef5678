import { holderOf, type EventStore } from '@benkan/event-store';
import type { Vault } from '@benkan/vault';

/** The key under which a unit is held for its draft: one at a time, across streams. */
export const draftKey = (vault: Vault, unitId: string): string => vault.digest('actor-map-draft-of', unitId);

/** The key under which a version of a unit's map is held, for ever. */
export const versionKey = (vault: Vault, unitId: string, version: number): string =>
  vault.digest('actor-map-version-of', `${unitId}|${version}`);

type Stores = { readonly store: EventStore; readonly vault: Vault };

/** The ids of a unit's maps, the first version first. */
export const mapIdsOf = async ({ store, vault }: Stores, unitId: string): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (;;) {
    const id = await holderOf(store, versionKey(vault, unitId, ids.length + 1));
    if (id === undefined) return ids;
    ids.push(id);
  }
};
