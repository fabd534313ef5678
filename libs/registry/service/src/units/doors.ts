import type { RegistryContext } from '../context';
import { getUnitDoor, listUnitsDoor } from './queries';
import { registerUnitDoor } from './register-unit';

export const unitDoors = (context: RegistryContext) => [
  registerUnitDoor(context),
  listUnitsDoor(context),
  getUnitDoor(context),
];
