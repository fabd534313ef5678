import { accept, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Participant, PersonalDataRevealed, RevealPurpose } from '../participant';

export type RevealParticipant = Said<{
  readonly participantId: string;
  readonly purpose: RevealPurpose;
  /** Whether the vault has destroyed this person's keys. */
  readonly erased: boolean;
}>;

export type RevealParticipantRefusal = 'participant-unknown' | 'personal-data-erased';

/** Every look at a name leaves a trace: to whom, for which purpose. */
export const revealParticipant = (
  { data: { participantId, purpose, erased }, by }: RevealParticipant,
  participant: Participant,
): Decision<PersonalDataRevealed, RevealParticipantRefusal> => {
  if (participant.status === 'unknown') return refuse('participant-unknown');
  if (erased) return refuse('personal-data-erased');
  return accept({ type: 'personal-data-revealed', data: { participantId, purpose, to: by.actor } });
};
