import * as analytics from '@benkan/contracts/analytics';
import * as registry from '@benkan/contracts/registry';
import { ask, tell, type Route } from './route';

const committee = 'v1/committees/:committeeId';
const ofCommittee = { notFound: 'committee-unknown' };
const ofSeat = { ...ofCommittee, missing: ['seat-unknown'] };
const ofMembership = { ...ofCommittee, missing: ['membership-unknown'] };
const ofCommission = { ...ofCommittee, missing: ['commission-unknown'] };

/** Ways to the committees. */
export const committeeRoutes: readonly Route[] = [
  tell('v1/committees', registry.establishCommittee, { creates: 'v1/committees' }),
  ask('v1/committees', registry.listCommittees),
  ask('v1/committee-templates', registry.listCommitteeTemplates),
  ask(committee, registry.getCommittee),
  tell(`${committee}/installation`, registry.installCommittee, ofCommittee),
  tell(`${committee}/rules`, registry.adoptRules, ofCommittee),
  tell(`${committee}/suspensions`, registry.suspendCommittee, ofCommittee),
  tell(`${committee}/reactivations`, registry.reactivateCommittee, ofCommittee),
  tell(`${committee}/transfers`, registry.transferCommittee, ofCommittee),

  tell(`${committee}/seats`, registry.defineSeat, ofCommittee),
  tell(`${committee}/seats/:seatId/revisions`, registry.reviseSeat, ofSeat),
  tell(`${committee}/seats/:seatId/ending`, registry.endSeat, ofSeat),
  tell(`${committee}/memberships`, registry.designateMember, ofCommittee),
  ask(`${committee}/memberships`, registry.listMemberships),
  tell(`${committee}/memberships/:membershipId/replacement`, registry.replaceMember, ofMembership),
  tell(`${committee}/memberships/:membershipId/ending`, registry.endMembership, ofMembership),

  tell(`${committee}/presidency`, registry.designatePresident, ofCommittee),
  tell(`${committee}/presidency/vacancies`, registry.declarePresidencyVacant, ofCommittee),
  tell(`${committee}/bureau`, registry.nameBureauMember, ofCommittee),
  tell(`${committee}/bureau/endings`, registry.endBureauRole, ofCommittee),
  tell(`${committee}/commissions`, registry.createWorkingCommission, ofCommittee),
  tell(`${committee}/commissions/:commissionId/closing`, registry.closeWorkingCommission, ofCommission),

  ask(`${committee}/statutory-clock`, analytics.getStatutoryClock),
  ask('v1/statutory-clocks', analytics.listStatutoryClocks),
];
