import { ids, text } from '../registry.examples';
import type { ConsentRecorded, ConsentWithdrawn } from './consents';
import type { DuplicateAbsorbed, DuplicateLetGo, ParticipantMerged, PersonalDataErased } from './participant';

const participantId = ids.participant;
export const duplicateId = '66666666-6666-5666-8666-666666666666';

export const consentGiven: ConsentRecorded = {
  type: 'consent-recorded',
  data: { participantId, purpose: 'CONTACT', channel: 'PAPER', givenOn: '2024-11-10', source: text('5') },
};
export const consentWithdrawn: ConsentWithdrawn = {
  type: 'consent-withdrawn',
  data: { participantId, purpose: 'CONTACT', channel: 'PHONE', withdrawnOn: '2024-11-20' },
};
export const absorbed: DuplicateAbsorbed = {
  type: 'duplicate-absorbed',
  data: { participantId, duplicateId, reason: text('6') },
};
export const letGo: DuplicateLetGo = { type: 'duplicate-let-go', data: { participantId, duplicateId } };
export const mergedInto: ParticipantMerged = {
  type: 'participant-merged',
  data: { participantId, into: duplicateId },
};
export const erased: PersonalDataErased = {
  type: 'personal-data-erased',
  data: { participantId, reason: 'SUBJECT_REQUEST', duplicates: [] },
};
