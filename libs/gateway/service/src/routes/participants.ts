import * as registry from '@benkan/contracts/registry';
import { ask, search, tell, type Route } from './route';

const notFound = 'participant-unknown';

/** Ways to the participants. */
export const participantRoutes: readonly Route[] = [
  tell('v1/participants', registry.registerParticipant, { creates: 'v1/participants' }),
  ask('v1/participants', registry.listParticipants),
  search('v1/participants/search', registry.searchParticipants),
  search('v1/participants/look-up', registry.getParticipants),
  ask('v1/participants/merge-candidates', registry.listMergeCandidates),
  ask('v1/participants/:participantId', registry.getParticipant),
  ask('v1/participants/:participantId/erasure-certificate', registry.getErasureCertificate),
  tell('v1/participants/:participantId/corrections', registry.correctParticipant, { notFound }),
  tell('v1/participants/:participantId/reveals', registry.revealParticipant, { notFound }),
  tell('v1/participants/:participantId/consents', registry.recordConsent, { notFound }),
  tell('v1/participants/:participantId/consent-withdrawals', registry.withdrawConsent, { notFound }),
  tell('v1/participants/:participantId/merges', registry.mergeParticipants, { notFound }),
  tell('v1/participants/:participantId/erasure', registry.eraseParticipant, { notFound }),
  tell('v1/participants/:participantId/data-copy', registry.exportOwnData, { notFound }),
];
