import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { PlaceCode, RegisteredUnit, Unit, UnitRegistered } from '../unit';

export type RegisterUnit = Said<
  RegisteredUnit & {
    /** Whether the registry knows the parent; without effect when there is none. */
    readonly parentKnown: boolean;
  }
>;

export type RegisterUnitRefusal = 'differs-from-recorded' | 'parent-unknown';

const keyOf = ({ system, edition, code }: PlaceCode): string => `${system} ${edition} ${code}`;

// the order in which codes are told says nothing
const inOrder = (codes: readonly PlaceCode[]): PlaceCode[] => {
  const byKey = new Map(codes.map((code) => [keyOf(code), code]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
};

const unitOf = ({ unitId, unitType, parentId, name, codes, validFrom }: RegisteredUnit): RegisteredUnit => ({
  unitId,
  unitType,
  parentId,
  name,
  codes: inOrder(codes),
  validFrom,
});

/** A unit is registered once, under a parent that is known. */
export const registerUnit = (
  { data }: RegisterUnit,
  unit: Unit,
): Decision<UnitRegistered, RegisterUnitRefusal> => {
  const given = unitOf(data);
  if (unit.status === 'registered') {
    const differing = differences(unit.registered, given);
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (given.parentId !== null && !data.parentKnown) return refuse('parent-unknown');
  return accept({ type: 'unit-registered', data: given });
};
