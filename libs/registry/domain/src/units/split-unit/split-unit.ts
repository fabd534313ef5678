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
import type { DividedUnit, UnitSplit } from '../unit-facts';

export type SplitUnit = Said<
  DividedUnit &
    SuccessorsKnown & {
      /** Whether units still lie in it on the day. */
      readonly unitsBelow: boolean;
    }
>;

export type SplitUnitRefusal = ChangeRefusal | EndingRefusal | SuccessorRefusal | 'split-into-one';

const against = (unit: KnownUnit, data: SplitUnit['data'], into: readonly string[]) => {
  if (into.length < 2) return refuse('split-into-one');
  const goesOn = into.includes(data.unitId);
  return (
    successorsRefused(data) ?? (goesOn ? undefined : endingRefused(unit, data.effectiveOn, data.unitsBelow))
  );
};

/** A unit becomes several that are registered already; where it is one of them it goes on, else it ends. */
export const splitUnit = ({ data, at }: SplitUnit, unit: Unit): Decision<UnitSplit, SplitUnitRefusal> => {
  const { unitId, effectiveOn, legalAct } = data;
  const into = [...new Set(data.into)].sort();
  return changing(unit, {
    fact: { type: 'unit-split', data: { unitId, into, effectiveOn, legalAct } },
    at,
    unless: (known) => against(known, data, into),
  });
};
