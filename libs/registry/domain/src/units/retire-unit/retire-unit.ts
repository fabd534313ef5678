import type { Decision, Said } from '@benkan/kernel';
import { changing, type ChangeRefusal } from '../dated-change';
import { endingRefused, type EndingRefusal } from '../ending';
import type { Unit } from '../unit';
import type { RetiredUnit, UnitRetired } from '../unit-facts';

export type RetireUnit = Said<RetiredUnit & { readonly unitsBelow: boolean }>;

export type RetireUnitRefusal = ChangeRefusal | EndingRefusal;

/** A unit ends without a successor; its id, its codes and its history stay. */
export const retireUnit = (
  { data, at }: RetireUnit,
  unit: Unit,
): Decision<UnitRetired, RetireUnitRefusal> => {
  const { unitId, effectiveOn, legalAct, unitsBelow } = data;
  return changing(unit, {
    fact: { type: 'unit-retired', data: { unitId, effectiveOn, legalAct } },
    at,
    unless: (known) => endingRefused(known, effectiveOn, unitsBelow),
  });
};
