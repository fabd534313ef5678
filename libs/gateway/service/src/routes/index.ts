import * as analytics from '@benkan/contracts/analytics';
import * as imports from '@benkan/contracts/imports';
import * as meetings from '@benkan/contracts/meetings';
import * as training from '@benkan/contracts/training';
import { committeeRoutes } from './committees';
import { participantRoutes } from './participants';
import { protectionRoutes } from './protection';
import { ask, tell, type Route } from './route';
import { territoryRoutes } from './territories';

/** Every way in. What is not here cannot be reached. */
export const routes: readonly Route[] = [
  ...territoryRoutes,
  ...committeeRoutes,
  ...participantRoutes,
  ...protectionRoutes,

  tell('v1/meetings', meetings.convene, { creates: 'v1/meetings' }),
  ask('v1/meetings', meetings.listMeetings),
  ask('v1/meetings/:meetingId', meetings.getMeeting),
  tell('v1/meetings/:meetingId/holding', meetings.hold, { notFound: 'meeting-unknown' }),
  tell('v1/meetings/:meetingId/attendance', meetings.recordAttendance, { notFound: 'meeting-unknown' }),
  ask('v1/meetings/:meetingId/attendance', meetings.getAttendance),
  tell('v1/meetings/:meetingId/attendance/corrections', meetings.correctAttendance, {
    notFound: 'meeting-unknown',
  }),
  tell('v1/meetings/:meetingId/tally', meetings.recordTally, { notFound: 'meeting-unknown' }),

  tell('v1/recommendations', meetings.issueRecommendation, { creates: 'v1/recommendations' }),
  ask('v1/recommendations', meetings.listRecommendations),
  ask('v1/recommendations/:recommendationId', meetings.getRecommendation),
  tell('v1/recommendations/:recommendationId/progress', meetings.reportProgress, {
    notFound: 'recommendation-unknown',
  }),
  tell('v1/recommendations/:recommendationId/implementation', meetings.claimImplementation, {
    notFound: 'recommendation-unknown',
  }),
  tell('v1/recommendations/:recommendationId/verification', meetings.verifyImplementation, {
    notFound: 'recommendation-unknown',
  }),

  tell('v1/trainings', training.plan, { creates: 'v1/trainings' }),
  ask('v1/trainings', training.listTrainings),
  ask('v1/trainings/:trainingId', training.getTraining),
  tell('v1/trainings/:trainingId/attendance', training.recordAttendance, { notFound: 'training-unknown' }),
  tell('v1/trainings/:trainingId/attendance/corrections', training.correctAttendance, {
    notFound: 'training-unknown',
  }),
  tell('v1/trainings/:trainingId/test-results', training.recordTestResults, { notFound: 'training-unknown' }),
  tell('v1/trainings/:trainingId/test-results/corrections', training.correctTestResults, {
    notFound: 'training-unknown',
  }),

  ask('v1/imports', imports.listImports),
  ask('v1/imports/:importId', imports.getImport),

  ask('v1/indicators', analytics.getIndicators),
  ask('v1/history', analytics.listEvents),
  ask('v1/audit/access-records', analytics.listAccessRecords),
];

export type { Route } from './route';
export { parametersOf } from './route';
