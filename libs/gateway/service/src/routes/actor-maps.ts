import * as registry from '@benkan/contracts/registry';
import { ask, tell, type Route } from './route';

const map = 'v1/actor-maps/:actorMapId';
const ofMap = { notFound: 'actor-map-unknown' };

/** Ways to the actor maps of the communes. */
export const actorMapRoutes: readonly Route[] = [
  tell('v1/actor-maps', registry.startMapping, { creates: 'v1/actor-maps' }),
  ask('v1/actor-maps', registry.listActorMaps),
  // before the way to one map: it is no id
  ask('v1/actor-maps/difference', registry.compareActorMaps),
  ask(map, registry.getActorMap),
  tell(`${map}/actors`, registry.addActor, ofMap),
  tell(`${map}/actors/:actorId/revision`, registry.reviseActor, ofMap),
  tell(`${map}/actors/:actorId/removal`, registry.removeActor, ofMap),
  tell(`${map}/actors/:actorId/reveals`, registry.revealActor, ofMap),
  tell(`${map}/excluded-groups`, registry.flagExcludedGroup, ofMap),
  tell(`${map}/inclusion-strategies`, registry.proposeInclusionStrategy, ofMap),
  tell(`${map}/inclusion-reviews`, registry.reviewInclusion, ofMap),
  tell(`${map}/publication`, registry.publishMap, ofMap),
  tell(`${map}/archiving`, registry.archiveMap, ofMap),
];
