import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { getUnit, listUnits as listUnitsContract } from '@benkan/contracts/registry';
import { findUnit, listUnits, subtreeOf, unitTree, type UnitView } from '@benkan/registry-read-model';
import type { RegistryContext } from '../context';

const shown = (
  { id, unitType, parentId, name, codes, validFrom }: UnitView,
  textOf: (text: UnitView['name']) => string,
) => ({
  id,
  unitType,
  parentId,
  name: textOf(name),
  codes: codes.map(({ system, edition, code }) => ({ system, edition, code })),
  validFrom,
});

/** The ids of a unit and all below it; undefined where no territory was asked for. */
export const subtree = async ({ units }: RegistryContext, territory: string | undefined) =>
  territory === undefined ? undefined : subtreeOf(await unitTree(units.current()), territory);

/** registry.list-units */
export const listUnitsDoor = (context: RegistryContext) =>
  queryDoor(listUnitsContract, async ({ body: { territory, ...request } }) => {
    const position = context.position();
    const unitIds = await subtree(context, territory);
    const { rows, next } = rowsOf(await listUnits(context.units.current(), { ...request, unitIds }));
    const textOf = await context.texts(rows.map(({ name }) => name));
    return pageAnswer(
      rows.map((row) => shown(row, textOf)),
      next,
      position,
    );
  });

/** registry.get-unit */
export const getUnitDoor = ({ units, texts }: RegistryContext) =>
  queryDoor(getUnit, async ({ body: { unitId } }) => {
    const unit = await findUnit(units.current(), unitId);
    if (unit === undefined) throw unknownResource();
    return shown(unit, await texts([unit.name]));
  });
