import { refuse, type Decision, type Said } from '@benkan/kernel';
import { changing, type ChangeRefusal } from '../dated-change';
import {
  endingRefused,
  successorsRefused,
  type EndingRefusal,
  type SuccessorRefusal,
  type SuccessorsKnown,
} from '../ending';
import type { KnownUnit, Unit } from '../unit';
import type { MergedUnit, UnitMerged } from '../unit-facts';

export type MergeUnit = Said<MergedUnit & SuccessorsKnown & { readonly unitsBelow: boolean }>;

export type MergeUnitRefusal = ChangeRefusal | EndingRefusal | SuccessorRefusal | 'merges-into-itself';

const against = (unit: KnownUnit, data: MergeUnit['data']) => {
  if (data.into === data.unitId) return refuse('merges-into-itself');
  return successorsRefused(data) ?? endingRefused(unit, data.effectiveOn, data.unitsBelow);
};

/** A unit ends and becomes part of another one. */
export const mergeUnit = ({ data, at }: MergeUnit, unit: Unit): Decision<UnitMerged, MergeUnitRefusal> => {
  const { unitId, into, effectiveOn, legalAct } = data;
  return changing(unit, {
    fact: { type: 'unit-merged', data: { unitId, into, effectiveOn, legalAct } },
    at,
    unless: (known) => against(known, data),
  });
};
