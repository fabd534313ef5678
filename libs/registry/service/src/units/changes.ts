import { commandDoor, type Door } from '@benkan/doors';
import * as contracts from '@benkan/contracts/registry';
import {
  mergeUnit,
  moveUnit,
  reclassifyUnit,
  renameUnit,
  retireUnit,
  splitUnit,
} from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { aboveFrom, hasUnitsBelow, standing } from './knowledge';
import { saying } from './saying';

const nothing = () => Promise.resolve({});

/** registry.rename-unit, registry.reclassify-unit */
const renamings = (context: RegistryContext): readonly Door[] => [
  commandDoor(contracts.renameUnit, saying(context, { decide: renameUnit, known: nothing })),
  commandDoor(contracts.reclassifyUnit, saying(context, { decide: reclassifyUnit, known: nothing })),
];

/** registry.move-unit */
const moveUnitDoor = (context: RegistryContext): Door =>
  commandDoor(
    contracts.moveUnit,
    saying(context, {
      decide: moveUnit,
      known: async ({ parentId, effectiveOn }) => {
        const { known, stand } = await standing(context, [parentId], effectiveOn);
        const above = await aboveFrom(context, parentId, effectiveOn);
        return { parentKnown: known, parentStands: stand, above };
      },
    }),
  );

const successors = async (context: RegistryContext, into: readonly string[], day: string) => {
  const { known, stand } = await standing(context, into, day);
  return { successorsKnown: known, successorsStand: stand };
};

/** registry.split-unit, registry.merge-unit, registry.retire-unit */
const endings = (context: RegistryContext): readonly Door[] => [
  commandDoor(
    contracts.splitUnit,
    saying(context, {
      decide: splitUnit,
      known: async ({ unitId, into, effectiveOn }) => ({
        // where it goes on it stands, as far as the decision itself allows
        ...(await successors(
          context,
          into.filter((id) => id !== unitId),
          effectiveOn,
        )),
        unitsBelow: !into.includes(unitId) && (await hasUnitsBelow(context, unitId, effectiveOn)),
      }),
    }),
  ),
  commandDoor(
    contracts.mergeUnit,
    saying(context, {
      decide: mergeUnit,
      known: async ({ unitId, into, effectiveOn }) => ({
        ...(await successors(context, [into], effectiveOn)),
        unitsBelow: await hasUnitsBelow(context, unitId, effectiveOn),
      }),
    }),
  ),
  commandDoor(
    contracts.retireUnit,
    saying(context, {
      decide: retireUnit,
      known: async ({ unitId, effectiveOn }) => ({
        unitsBelow: await hasUnitsBelow(context, unitId, effectiveOn),
      }),
    }),
  ),
];

/** What happens to a unit on a day. */
export const changeDoors = (context: RegistryContext): readonly Door[] => [
  ...renamings(context),
  moveUnitDoor(context),
  ...endings(context),
];
