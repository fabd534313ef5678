import type { Decision, Said } from '@benkan/kernel';
import { changing, type ChangeRefusal } from '../dated-change';
import type { Unit } from '../unit';
import type { RenamedUnit, UnitRenamed } from '../unit-facts';

export type RenameUnit = Said<RenamedUnit>;

/** A unit has another name from a day on; on the maps before it keeps the old one. */
export const renameUnit = ({ data, at }: RenameUnit, unit: Unit): Decision<UnitRenamed, ChangeRefusal> =>
  changing(unit, {
    fact: { type: 'unit-renamed', data },
    at,
    already: ({ versions }) => versions.at(-1)?.name.digest === data.name.digest,
  });
