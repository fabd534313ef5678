import * as training from '@benkan/contracts/training';
import { ask, tell, type Route } from './route';

const notFound = 'activity-unknown';

/** Ways to the community activities. */
export const activityRoutes: readonly Route[] = [
  tell('v1/activities', training.recordActivity, { creates: 'v1/activities' }),
  ask('v1/activities', training.listActivities),
  ask('v1/activities/:activityId', training.getActivity),
  tell('v1/activities/:activityId/corrections', training.correctActivity, { notFound }),
  tell('v1/activities/:activityId/withdrawal', training.withdrawActivity, { notFound }),
];
