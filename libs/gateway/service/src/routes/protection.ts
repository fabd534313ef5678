import * as registry from '@benkan/contracts/registry';
import { ask, tell, type Route } from './route';

const committee = 'v1/committees/:committeeId';
const ofCommittee = { notFound: 'committee-unknown' };

/** Ways to how the people of a committee are protected. */
export const protectionRoutes: readonly Route[] = [
  ask(`${committee}/protection-policy`, registry.getProtectionPolicy),
  tell(`${committee}/risk-assessments`, registry.assessRisk, ofCommittee),
  tell(`${committee}/attendance-modes`, registry.setAttendanceMode, ofCommittee),
  tell(`${committee}/nominative-exports`, registry.requestNominativeExport, ofCommittee),
  tell(
    `${committee}/nominative-exports/:exportId/authorisation`,
    registry.authoriseNominativeExport,
    ofCommittee,
  ),
  tell(`${committee}/nominative-exports/:exportId/copies`, registry.exportNominative, ofCommittee),
];
