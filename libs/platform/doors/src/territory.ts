import { LRUCache } from 'lru-cache';
import type { PlaceKind } from '@benkan/contracts';
import type { Because } from './asking';

/** The unit a thing lies in; undefined for an unknown one. */
export type FindUnit = (id: string, because: Because) => Promise<string | undefined>;
/** Whatever lies in a unit, by kind; what a service cannot place opens nothing. */
export type FindUnits = Readonly<Partial<Record<Exclude<PlaceKind, 'unit'>, FindUnit>>>;
/** The ids of a unit and all below it. */
export type Below = (unitId: string, because: Because) => Promise<readonly string[]>;

/** What a service knows of the territory, to tell inside from outside. */
export type Territory = {
  readonly unitOf: (kind: PlaceKind, id: string, because: Because) => Promise<string | undefined>;
  /** As remembered, without asking anybody; undefined where it was not asked before. */
  readonly rememberedUnitOf: (kind: PlaceKind, id: string) => string | undefined;
  /** A unit and all below it, as it was at most `maxAgeMs` ago. */
  readonly below: (unitId: string, because: Because, maxAgeMs: number) => Promise<ReadonlySet<string>>;
};

/** These may be moved to another unit; what else lies in a unit lies there for ever. */
const MOVABLE: readonly PlaceKind[] = ['committee', 'participant', 'project'];
/** Milliseconds for which something movable is believed to lie where it was found. */
const MOVABLE_MS = 10_000;

type Seen = { readonly unitId: string; readonly at: number };
type Tree = { readonly at: number; readonly units: Promise<ReadonlySet<string>> };

const MOST_THINGS = 50_000;
const MOST_TREES = 500;

const trees = (below: Below, now: () => Date): Territory['below'] => {
  const known = new LRUCache<string, Tree>({ max: MOST_TREES });
  return (unitId, because, maxAgeMs) => {
    const at = now().getTime();
    const found = known.get(unitId);
    if (found !== undefined && found.at <= at && at - found.at < maxAgeMs) return found.units;
    const units = below(unitId, because).then((ids) => new Set(ids));
    const tree = { at, units };
    known.set(unitId, tree);
    // a failure is not remembered
    units.catch(() => void (known.peek(unitId) === tree && known.delete(unitId)));
    return units;
  };
};

/** Remembers what was found inside and outside; the unknown is asked for each time. */
export const territoryOf = ({
  below,
  units,
  now,
}: {
  readonly below: Below;
  readonly units: FindUnits;
  readonly now: () => Date;
}): Territory => {
  const known = new LRUCache<string, Seen>({ max: MOST_THINGS });
  const key = (kind: PlaceKind, id: string): string => `${kind}-${id}`;
  return {
    below: trees(below, now),
    rememberedUnitOf: (kind, id) => {
      if (kind === 'unit') return id;
      const seen = known.get(key(kind, id));
      const old = seen !== undefined && now().getTime() - seen.at >= MOVABLE_MS;
      return old && MOVABLE.includes(kind) ? undefined : seen?.unitId;
    },
    unitOf: async (kind, id, because) => {
      if (kind === 'unit') return id;
      const unitId = await units[kind]?.(id, because);
      if (unitId === undefined) known.delete(key(kind, id));
      else known.set(key(kind, id), { unitId, at: now().getTime() });
      return unitId;
    },
  };
};
