import * as registry from '@benkan/contracts/registry';
import { ask, tell, type Route } from './route';

const committee = 'v1/committees/:committeeId';
const ofCommittee = { notFound: 'committee-unknown' };
const ofExport = { ...ofCommittee, missing: ['export-unknown'] };

/** Ways to how the people of a committee are protected. */
export const protectionRoutes: readonly Route[] = [
  ask(`${committee}/protection-policy`, registry.getProtectionPolicy),
  ask('v1/protection-policies/reviews-due', registry.listReviewsDue),
  tell(`${committee}/risk-assessments`, registry.assessRisk, ofCommittee),
  tell(`${committee}/attendance-modes`, registry.setAttendanceMode, ofCommittee),
  tell(`${committee}/nominative-exports`, registry.requestNominativeExport, ofCommittee),
  tell(
    `${committee}/nominative-exports/:exportId/authorisation`,
    registry.authoriseNominativeExport,
    ofExport,
  ),
  tell(`${committee}/nominative-exports/:exportId/copies`, registry.exportNominative, ofExport),
];
