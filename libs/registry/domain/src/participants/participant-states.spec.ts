import { fold } from '@benkan/kernel';
import { at, by, enrolled, ids, keysOf, outcome, text } from '../registry.examples';
import { correctParticipant } from './correct-participant/correct-participant';
import { participant, type Participant, type ParticipantFact } from './participant';
import { registerParticipant } from './register-participant/register-participant';
import { revealParticipant } from './reveal-participant/reveal-participant';

const participants = { unknown: [], registered: [enrolled] } satisfies Record<
  string,
  readonly ParticipantFact[]
>;
const participantId = ids.participant;
const onParticipant = {
  register: (erased: boolean) => (state: Participant) =>
    registerParticipant(
      {
        data: { ...enrolled.data, unitKnown: true, erased, recognisable: true, personalDiffers: [] },
        at,
        by,
      },
      state,
    ),
  correct: (erased: boolean) => (state: Participant) =>
    correctParticipant(
      {
        data: { participantId, sex: 'NR', reason: text('7'), personal: false, erased, heldByAnother: false },
        at,
        by,
      },
      state,
    ),
  reveal: (erased: boolean) => (state: Participant) =>
    revealParticipant({ data: { participantId, purpose: 'CONTACT', erased }, at, by }, state),
};
const participantTable: Record<
  keyof typeof participants,
  Record<keyof typeof onParticipant, { readonly kept: string; readonly erased: string }>
> = {
  unknown: {
    register: { kept: 'accepted', erased: 'personal-data-erased' },
    correct: { kept: 'participant-unknown', erased: 'participant-unknown' },
    reveal: { kept: 'participant-unknown', erased: 'participant-unknown' },
  },
  registered: {
    register: { kept: 'unchanged', erased: 'personal-data-erased' },
    correct: { kept: 'accepted', erased: 'personal-data-erased' },
    reveal: { kept: 'accepted', erased: 'personal-data-erased' },
  },
};

describe('every situation of a participant answers every command', () => {
  const pairs = keysOf(participants).flatMap((state) =>
    keysOf(onParticipant).flatMap((command) =>
      (['kept', 'erased'] as const).map((vault) => ({
        state,
        command,
        vault,
        answer: participantTable[state][command][vault],
      })),
    ),
  );
  it.each(pairs)('$state, $vault in the vault: $command → $answer', ({ state, command, vault, answer }) =>
    expect(outcome(onParticipant[command](vault === 'erased')(fold(participant, participants[state])))).toBe(
      answer,
    ),
  );
});
