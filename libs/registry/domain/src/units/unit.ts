import type { Fold } from '@benkan/kernel';
import type { DatedCode, InferredPart, RegisteredUnit, UnitChange, UnitFact } from './unit-facts';
import { continued, ended, type UnitVersion } from './unit-version';

export type KnownUnit = {
  readonly registered: RegisteredUnit;
  readonly predecessors: readonly string[];
  readonly inferred: readonly InferredPart[];
  readonly codes: readonly DatedCode[];
  /** In the order of their days; at most one holds on any day. */
  readonly versions: readonly UnitVersion[];
  /** In the order of the days they take effect. */
  readonly changes: readonly UnitChange[];
};

export type Unit =
  | { readonly status: 'unknown' }
  | (KnownUnit & { readonly status: 'registered' })
  /** Retired, merged, or split into others: it keeps its id and what it was. */
  | (KnownUnit & { readonly status: 'ended' });

const registered = (unit: RegisteredUnit): Unit => {
  const { unitType, parentId, name, codes, validFrom } = unit;
  return {
    status: 'registered',
    registered: unit,
    predecessors: [],
    inferred: [],
    codes: codes.map((code) => ({ ...code, validFrom: null, validTo: null })),
    versions: [{ unitType, parentId, name, validFrom, validTo: null }],
    changes: [],
  };
};

const isSameCode = (one: DatedCode, other: DatedCode): boolean =>
  one.system === other.system && one.edition === other.edition && one.code === other.code;

/** The codes after one was assigned, or its validity was told. */
export const assigned = (codes: readonly DatedCode[], code: DatedCode): readonly DatedCode[] => [
  ...codes.filter((known) => !isSameCode(known, code)),
  code,
];

/** Whether a unit is over with a change. */
export const isEnding = ({ type, data }: UnitChange): boolean =>
  type === 'unit-split'
    ? !data.into.includes(data.unitId)
    : type === 'unit-merged' || type === 'unit-retired';

/** The versions of a unit after a change. */
export const versionsAfter = (
  versions: readonly UnitVersion[],
  change: UnitChange,
): readonly UnitVersion[] => {
  const { effectiveOn } = change.data;
  if (isEnding(change)) return ended(versions, effectiveOn);
  switch (change.type) {
    case 'unit-renamed':
      return continued(versions, effectiveOn, { name: change.data.name });
    case 'unit-reclassified':
      return continued(versions, effectiveOn, { unitType: change.data.unitType });
    case 'unit-moved':
      return continued(versions, effectiveOn, { parentId: change.data.parentId });
    default:
      return versions;
  }
};

const changed = (unit: KnownUnit & { status: 'registered' | 'ended' }, change: UnitChange): Unit => ({
  ...unit,
  status: isEnding(change) ? 'ended' : unit.status,
  versions: versionsAfter(unit.versions, change),
  changes: [...unit.changes, change],
});

const evolve = (unit: Unit, fact: UnitFact): Unit => {
  if (fact.type === 'unit-registered') return registered(fact.data);
  if (unit.status === 'unknown') return unit;
  switch (fact.type) {
    case 'unit-descended':
      return { ...unit, predecessors: fact.data.predecessors };
    case 'unit-inferred':
      return { ...unit, inferred: fact.data.parts };
    case 'code-assigned': {
      const { unitId: _, ...code } = fact.data;
      return { ...unit, codes: assigned(unit.codes, code) };
    }
    default:
      return changed(unit, fact);
  }
};

/** A territorial unit under an internal id that outlives its codes, its name, its rank and itself. */
export const unit: Fold<Unit, UnitFact> = { initial: { status: 'unknown' }, evolve };
