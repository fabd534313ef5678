import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { getUnit, listUnits as listUnitsContract } from '@benkan/contracts/registry';
import {
  findUnit,
  listUnits,
  shownOn,
  subtreeOf,
  treeOn,
  type UnitOnMap,
  type UnitView,
} from '@benkan/registry-read-model';
import { dayOf } from '@benkan/kernel';
import { maybe } from '../committees/shown';
import type { RegistryContext } from '../context';

type TextOf = (text: UnitOnMap['name']) => string;
type Version = UnitView['versions'][number];

const versionShown = ({ unitType, parentId, name, validFrom, validTo }: Version, textOf: TextOf) => ({
  unitType,
  parentId,
  name: textOf(name),
  validFrom,
  validTo,
});

const codesShown = (codes: UnitView['codes']) =>
  codes.map(({ system, edition, code, validFrom, validTo }) => ({
    system,
    edition,
    code,
    validFrom,
    validTo,
  }));

const actsOf = ({ changes }: Pick<UnitOnMap, 'changes'>) => changes.map(({ legalAct }) => legalAct);

const shown = (unit: UnitOnMap, textOf: TextOf) => ({
  id: unit.id,
  ...versionShown(unit, textOf),
  changes: unit.changes.map(({ change, effectiveOn, legalAct }) => ({
    ...{ change, effectiveOn, legalAct: maybe(legalAct, textOf) },
  })),
  codes: codesShown(unit.codes),
  inferred: [...unit.inferred],
});

/** The ids of a unit and all below it on the map of a day, those that have ended too; undefined where no territory was asked for. */
export const subtree = async (
  { atlas, now }: RegistryContext,
  territory: string | undefined,
  map = dayOf(now().toISOString()),
) => (territory === undefined ? undefined : subtreeOf(treeOn(await atlas(), map), territory));

/** registry.list-units */
export const listUnitsDoor = (context: RegistryContext) =>
  queryDoor(listUnitsContract, async ({ at, body: { territory, map = dayOf(at), ended, ...request } }) => {
    const position = context.position();
    const unitIds = await subtree(context, territory, map);
    const asked = { ...request, map, unitIds, ended: ended === 'include' };
    const { rows, next } = rowsOf(listUnits(await context.atlas(), asked));
    const textOf = await context.texts(rows.flatMap((row) => [row.name, ...actsOf(row)]));
    const items = rows.map((row) => shown(row, textOf));
    return { ...pageAnswer(items, next, position), map };
  });

/** registry.get-unit: on the map asked for, or as it stands, stood or will stand today. */
export const getUnitDoor = ({ units, texts }: RegistryContext) =>
  queryDoor(getUnit, async ({ at, body: { unitId, map } }) => {
    const unit = await findUnit(units.current(), unitId);
    const day = map ?? dayOf(at);
    const there = unit && shownOn(unit, day);
    if (unit === undefined || there === undefined) throw unknownResource();
    // on a map that was asked for, what does not exist on it is unknown
    if (map !== undefined && !there.standing) throw unknownResource();
    const textOf = await texts([...unit.versions.map(({ name }) => name), ...actsOf(unit)]);
    return {
      ...shown(there, textOf),
      map: day,
      standing: there.standing,
      history: unit.versions.map((version) => versionShown(version, textOf)),
      allCodes: codesShown(unit.codes),
      predecessors: [...unit.predecessors],
      successors: [...unit.successors],
    };
  });
