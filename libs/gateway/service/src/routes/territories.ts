import * as registry from '@benkan/contracts/registry';
import { ask, tell, type Route } from './route';

const notFound = 'unit-unknown';

/** Ways to the territory. */
export const territoryRoutes: readonly Route[] = [
  tell('v1/territories', registry.registerUnit, { creates: 'v1/territories' }),
  ask('v1/territories', registry.listUnits),
  ask('v1/territories/sources', registry.listTerritorySources),
  ask('v1/territories/:unitId', registry.getUnit),
  ask('v1/territories/:unitId/geometry', registry.getUnitGeometry, { mediaType: 'application/geo+json' }),
  tell('v1/territories/:unitId/codes', registry.assignCode, { notFound }),
  tell('v1/territories/:unitId/renaming', registry.renameUnit, { notFound }),
  tell('v1/territories/:unitId/reclassification', registry.reclassifyUnit, { notFound }),
  tell('v1/territories/:unitId/move', registry.moveUnit, { notFound }),
  tell('v1/territories/:unitId/split', registry.splitUnit, { notFound }),
  tell('v1/territories/:unitId/merger', registry.mergeUnit, { notFound }),
  tell('v1/territories/:unitId/retirement', registry.retireUnit, { notFound }),
];
