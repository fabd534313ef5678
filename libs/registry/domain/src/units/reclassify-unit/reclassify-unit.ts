import type { Decision, Said } from '@benkan/kernel';
import { changing, type ChangeRefusal } from '../dated-change';
import type { Unit } from '../unit';
import type { ReclassifiedUnit, UnitReclassified } from '../unit-facts';

export type ReclassifyUnit = Said<ReclassifiedUnit>;

/** A unit is of another type from a day on, e.g. a commune an arrondissement; whoever sits in it stays. */
export const reclassifyUnit = (
  { data, at }: ReclassifyUnit,
  unit: Unit,
): Decision<UnitReclassified, ChangeRefusal> =>
  changing(unit, {
    fact: { type: 'unit-reclassified', data },
    at,
    already: ({ versions }) => versions.at(-1)?.unitType === data.unitType,
  });
