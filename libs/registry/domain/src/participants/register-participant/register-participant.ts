import { accept, differences, refuse, type Decision, type Difference, type Said } from '@benkan/kernel';
import {
  traitsOf,
  type Merged,
  type Participant,
  type ParticipantRegistered,
  type Registered,
  type Traits,
} from '../participant';

export type RegisterParticipant = Said<
  Traits & {
    readonly participantId: string;
    readonly unitId: string;
    readonly unitKnown: boolean;
    /** Whether the vault has destroyed this person's keys. */
    readonly erased: boolean;
    /** Whether a code or a name was given. */
    readonly recognisable: boolean;
    /** Names of the personal fields that differ from what the vault holds; their values never come here. */
    readonly personalDiffers: readonly string[];
  }
>;

export type RegisterParticipantRefusal =
  'unit-unknown' | 'differs-from-recorded' | 'personal-data-erased' | 'nothing-to-recognise-by';

const differing = (
  data: RegisterParticipant['data'],
  { unitId, traits }: Registered | Merged,
): Difference[] => [
  ...differences({ unitId, ...traits }, { unitId: data.unitId, ...traitsOf(data) }),
  ...data.personalDiffers.map((field) => ({ field, recorded: null, given: null })),
];

/** One record a person: found again with the same values, nothing new is said. */
export const registerParticipant = (
  { data }: RegisterParticipant,
  participant: Participant,
): Decision<ParticipantRegistered, RegisterParticipantRefusal> => {
  const { participantId, unitId } = data;
  if (data.erased || participant.status === 'erased') return refuse('personal-data-erased');
  if (!data.recognisable) return refuse('nothing-to-recognise-by');
  if (participant.status !== 'unknown') {
    const differs = differing(data, participant);
    return differs.length === 0 ? accept() : refuse('differs-from-recorded', differs);
  }
  if (!data.unitKnown) return refuse('unit-unknown');
  return accept({ type: 'participant-registered', data: { participantId, unitId, ...traitsOf(data) } });
};
