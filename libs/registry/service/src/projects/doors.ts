import type { RegistryContext } from '../context';
import { getProjectDoor } from './get-project';
import { closeProjectDoor, openProjectDoor, reviseProjectDoor } from './life';
import { listProjectsDoor } from './list-projects';
import { listDonorsDoor, listPurposeCodesDoor } from './reference';
import { beginSupportDoor, endSupportDoor } from './supports';
import { setTargetDoor, withdrawTargetDoor } from './targets';

export const projectDoors = (context: RegistryContext) => [
  openProjectDoor(context),
  reviseProjectDoor(context),
  beginSupportDoor(context),
  endSupportDoor(context),
  setTargetDoor(context),
  withdrawTargetDoor(context),
  closeProjectDoor(context),
  listProjectsDoor(context),
  getProjectDoor(context),
  listDonorsDoor(),
  listPurposeCodesDoor(),
];
