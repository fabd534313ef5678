import { refuse, type Decision, type Said } from '@benkan/kernel';
import { changing, type ChangeRefusal } from '../dated-change';
import type { Unit } from '../unit';
import type { MovedUnit, UnitMoved } from '../unit-facts';

export type MoveUnit = Said<
  MovedUnit & {
    readonly parentKnown: boolean;
    /** Whether the parent exists on the day. */
    readonly parentStands: boolean;
    /** The parent and every unit above it on that day or later. */
    readonly above: readonly string[];
  }
>;

export type MoveUnitRefusal =
  ChangeRefusal | 'parent-unknown' | 'parent-not-standing' | 'parent-below-the-unit';

const against = ({ unitId, parentKnown, parentStands, above }: MoveUnit['data']) => {
  if (!parentKnown) return refuse('parent-unknown');
  if (!parentStands) return refuse('parent-not-standing');
  return above.includes(unitId) ? refuse('parent-below-the-unit') : undefined;
};

/** A unit lies in another one from a day on, never in itself or in what lies below it. */
export const moveUnit = ({ data, at }: MoveUnit, unit: Unit): Decision<UnitMoved, MoveUnitRefusal> => {
  const { unitId, parentId, effectiveOn, legalAct } = data;
  return changing(unit, {
    fact: { type: 'unit-moved', data: { unitId, parentId, effectiveOn, legalAct } },
    at,
    already: ({ versions }) => versions.at(-1)?.parentId === parentId,
    unless: () => against(data),
  });
};
