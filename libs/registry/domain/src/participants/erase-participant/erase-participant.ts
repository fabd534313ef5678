import { accept, refuse, type Decision, type Said } from '@benkan/kernel';
import type { ErasureReason, Participant, PersonalDataErased } from '../participant';

export type EraseParticipant = Said<{
  readonly participantId: string;
  readonly reason: ErasureReason;
  /** Records of the same person, whose keys are destroyed with it. */
  readonly duplicates: readonly string[];
}>;

export type EraseParticipantRefusal = 'participant-unknown' | 'participant-merged';

/** A person is forgotten once and for ever; what was counted stays counted. */
export const eraseParticipant = (
  { data: { participantId, reason, duplicates } }: EraseParticipant,
  participant: Participant,
): Decision<PersonalDataErased, EraseParticipantRefusal> => {
  if (participant.status === 'unknown') return refuse('participant-unknown');
  if (participant.status === 'merged') return refuse('participant-merged');
  if (participant.status === 'erased') return accept();
  return accept({
    type: 'personal-data-erased',
    data: { participantId, reason, duplicates: [...duplicates] },
  });
};
