import type { Grant } from '@benkan/security';
import type { Because } from './asking';
import type { Territory } from './territory';

/** Milliseconds a list may lie behind the territory; nothing where the caller waits for a position. */
const LIST_MS = 1_000;

/** Whether something in a unit may be shown; `unitIds` as a door is given them. */
export const lies = (unitId: string, unitIds: readonly string[] | undefined): boolean =>
  unitIds === undefined || unitIds.includes(unitId);

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  sets.length === 1 && sets[0] !== undefined ? sets[0] : new Set(sets.flatMap((set) => [...set]));

/**
 * The units a list may speak of: those of the grants, and of the territory asked for where there is one. Undefined
 * where there is no limit. A territory outside is empty, as an unknown one is.
 */
export const reachOf = async (
  territory: Territory,
  grants: readonly Grant[],
  asked: { readonly territory: string | undefined; readonly because: Because },
): Promise<readonly string[] | undefined> => {
  const { because } = asked;
  const maxAgeMs = because.atLeast === undefined ? LIST_MS : 0;
  const below = (unitId: string) => territory.below(unitId, because, maxAgeMs);
  const limits = grants.flatMap((grant) => (grant.territory === null ? [] : [grant.territory]));
  const limited = limits.length === grants.length;
  if (!limited) return asked.territory === undefined ? undefined : [...(await below(asked.territory))];
  const reach = union(await Promise.all(limits.map(below)));
  if (asked.territory === undefined) return [...reach];
  if (!reach.has(asked.territory)) return [];
  return [...(await below(asked.territory))];
};
