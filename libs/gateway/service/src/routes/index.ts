import * as analytics from '@benkan/contracts/analytics';
import * as imports from '@benkan/contracts/imports';
import { activityRoutes } from './activities';
import { actorMapRoutes } from './actor-maps';
import { committeeRoutes } from './committees';
import { meetingRoutes } from './meetings';
import { minutesRoutes } from './minutes';
import { participantRoutes } from './participants';
import { projectRoutes } from './projects';
import { protectionRoutes } from './protection';
import { recommendationRoutes } from './recommendations';
import { ask, type Route } from './route';
import { territoryRoutes } from './territories';
import { trainingRoutes } from './trainings';

/** Every way in. What is not here cannot be reached. */
export const routes: readonly Route[] = [
  ...territoryRoutes,
  ...committeeRoutes,
  ...participantRoutes,
  ...protectionRoutes,
  ...projectRoutes,
  ...actorMapRoutes,

  ...meetingRoutes,
  ...minutesRoutes,
  ...recommendationRoutes,

  ...trainingRoutes,
  ...activityRoutes,

  ask('v1/imports', imports.listImports),
  ask('v1/imports/:importId', imports.getImport),

  ask('v1/indicators', analytics.getIndicators),
  ask('v1/history', analytics.listEvents),
  ask('v1/audit/access-records', analytics.listAccessRecords),
];

export type { Route } from './route';
export { parametersOf } from './route';
