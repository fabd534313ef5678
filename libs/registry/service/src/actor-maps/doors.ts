import type { RegistryContext } from '../context';
import { addActorDoor, removeActorDoor, reviseActorDoor } from './actors';
import { archiveMapDoor, publishMapDoor } from './closing';
import { compareActorMapsDoor } from './compare';
import { flagExcludedGroupDoor, proposeInclusionStrategyDoor, reviewInclusionDoor } from './inclusion';
import { getActorMapDoor, listActorMapsDoor } from './queries';
import { revealActorDoor } from './reveal-actor';
import { startMappingDoor } from './start-mapping';

export const actorMapDoors = (context: RegistryContext) => [
  startMappingDoor(context),
  addActorDoor(context),
  reviseActorDoor(context),
  removeActorDoor(context),
  revealActorDoor(context),
  flagExcludedGroupDoor(context),
  proposeInclusionStrategyDoor(context),
  reviewInclusionDoor(context),
  publishMapDoor(context),
  archiveMapDoor(context),
  listActorMapsDoor(context),
  getActorMapDoor(context),
  compareActorMapsDoor(context),
];
