import { accept, differences, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import { openRecord, type NotOpen } from '../open-record';
import type { Participant, ParticipantCorrected, Traits } from '../participant';

/** The traits to correct; what is absent stays. `corps: null` says: of no corps. */
type Corrections = { readonly [Trait in keyof Traits]?: Traits[Trait] | undefined };

export type CorrectParticipant = Said<
  Corrections & {
    readonly participantId: string;
    readonly reason: SealedText;
    /** Whether a personal field differs from what the vault holds. */
    readonly personal: boolean;
    /** Whether the vault has destroyed this person's keys. */
    readonly erased: boolean;
    /** Whether the code given already leads to another person. */
    readonly heldByAnother: boolean;
  }
>;

export type CorrectParticipantRefusal = NotOpen | 'held-by-another';

const corrected = (traits: Traits, given: Corrections): Traits => ({
  sex: given.sex ?? traits.sex,
  ageBand: given.ageBand ?? traits.ageBand,
  structureKind: given.structureKind ?? traits.structureKind,
  corps: given.corps === undefined ? traits.corps : given.corps,
});

/** What was recorded of a person changes only here, with the reason; an erased person is left alone. */
export const correctParticipant = (
  { data }: CorrectParticipant,
  participant: Participant,
): Decision<ParticipantCorrected, CorrectParticipantRefusal> => {
  const { participantId, personal, reason } = data;
  const open = openRecord(participant, data.erased);
  if (typeof open === 'string') return refuse(open);
  if (data.heldByAnother) return refuse('held-by-another');
  const traits = corrected(open.traits, data);
  if (!personal && differences(open.traits, traits).length === 0) return accept();
  return accept({ type: 'participant-corrected', data: { participantId, ...traits, personal, reason } });
};
