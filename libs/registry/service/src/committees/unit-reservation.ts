import type { Vault } from '@benkan/vault';

type Held = { readonly unitId: string; readonly level: string };

/** The key under which a unit is held for its committee of a level: one at a time, across streams. */
export const committeeKey = (vault: Vault, { unitId, level }: Held): string =>
  vault.digest('committee-of', `${unitId}|${level}`);
