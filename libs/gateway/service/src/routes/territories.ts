import * as registry from '@benkan/contracts/registry';
import { ask, tell, type Route } from './route';

/** Ways to the territory. */
export const territoryRoutes: readonly Route[] = [
  tell('v1/territories', registry.registerUnit, { creates: 'v1/territories' }),
  ask('v1/territories', registry.listUnits),
  ask('v1/territories/:unitId', registry.getUnit),
];
