import type { RegistryContext } from '../context';
import { assignCodeDoor } from './assign-code';
import { changeDoors } from './changes';
import { getUnitGeometryDoor, listTerritorySourcesDoor } from './geometry';
import { getUnitDoor, listUnitsDoor } from './queries';
import { registerUnitDoor } from './register-unit';

export const unitDoors = (context: RegistryContext) => [
  registerUnitDoor(context),
  assignCodeDoor(context),
  ...changeDoors(context),
  listUnitsDoor(context),
  getUnitDoor(context),
  getUnitGeometryDoor(context),
  listTerritorySourcesDoor(context),
];
