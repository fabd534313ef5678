import { accept, refuse, type Decision, type Said } from '@benkan/kernel';
import { isWithdrawn, type ConsentPurpose, type Consents } from '../consents';
import { openRecord, type NotOpen } from '../open-record';
import type { Participant, PersonalDataRevealed, RevealPurpose } from '../participant';

export type RevealParticipant = Said<{
  readonly participantId: string;
  readonly purpose: RevealPurpose;
  /** Whether the vault has destroyed this person's keys. */
  readonly erased: boolean;
  /** Other records of the same person: what was withdrawn on one is withdrawn on all. */
  readonly others?: readonly Consents[];
}>;

export type RevealParticipantRefusal = NotOpen | 'consent-withdrawn';

/** What a person may forbid; the other purposes are duties towards the person or the law. */
const CONSENT_FOR: Partial<Record<RevealPurpose, ConsentPurpose>> = {
  CONTACT: 'CONTACT',
  VERIFICATION: 'VERIFICATION',
};

/** Every look at a name leaves a trace; a purpose the person withdrew from is not looked at any more. */
export const revealParticipant = (
  { data: { participantId, purpose, erased, others = [] }, by }: RevealParticipant,
  participant: Participant,
): Decision<PersonalDataRevealed, RevealParticipantRefusal> => {
  const open = openRecord(participant, erased);
  if (typeof open === 'string') return refuse(open);
  const needed = CONSENT_FOR[purpose];
  if (needed !== undefined && isWithdrawn(needed, [open.consents, ...others]))
    return refuse('consent-withdrawn');
  return accept({ type: 'personal-data-revealed', data: { participantId, purpose, to: by.actor } });
};
