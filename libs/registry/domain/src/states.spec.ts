import { fold, type Decision } from '@benkan/kernel';
import { committee, type Committee, type CommitteeFact } from './committee';
import { correctParticipant } from './correct-participant/correct-participant';
import { establishCommittee } from './establish-committee/establish-committee';
import { installCommittee } from './install-committee/install-committee';
import { participant, type Participant, type ParticipantFact } from './participant';
import { registerParticipant } from './register-participant/register-participant';
import { registerUnit } from './register-unit/register-unit';
import { at, by, enrolled, established, ids, installed, registered, text } from './registry.examples';
import { revealParticipant } from './reveal-participant/reveal-participant';
import { unit, type Unit, type UnitFact } from './unit';

const outcome = (decision: Decision): string => {
  if (decision.kind === 'refused') return decision.code;
  return decision.facts.length === 0 ? 'unchanged' : 'accepted';
};
const keysOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[];

const units = { unknown: [], registered: [registered] } satisfies Record<string, readonly UnitFact[]>;
const onUnit = {
  register: (state: Unit) => registerUnit({ data: { ...registered.data, parentKnown: true }, at, by }, state),
};
const unitTable: Record<keyof typeof units, Record<keyof typeof onUnit, string>> = {
  unknown: { register: 'accepted' },
  registered: { register: 'unchanged' },
};

const committees = {
  unknown: [],
  established: [established],
  installed: [established, installed],
} satisfies Record<string, readonly CommitteeFact[]>;
const onCommittee = {
  establish: (state: Committee) =>
    establishCommittee({ data: { ...established.data, unitKnown: true, heldBy: null }, at, by }, state),
  install: (state: Committee) => installCommittee({ data: installed.data, at, by }, state),
};
const committeeTable: Record<keyof typeof committees, Record<keyof typeof onCommittee, string>> = {
  unknown: { establish: 'accepted', install: 'committee-unknown' },
  established: { establish: 'unchanged', install: 'accepted' },
  installed: { establish: 'unchanged', install: 'unchanged' },
};

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

describe('every situation of a unit answers every command', () => {
  const pairs = keysOf(units).flatMap((state) =>
    keysOf(onUnit).map((command) => ({ state, command, answer: unitTable[state][command] })),
  );
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(onUnit[command](fold(unit, units[state])))).toBe(answer),
  );
});

describe('every situation of a committee answers every command', () => {
  const pairs = keysOf(committees).flatMap((state) =>
    keysOf(onCommittee).map((command) => ({ state, command, answer: committeeTable[state][command] })),
  );
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(onCommittee[command](fold(committee, committees[state])))).toBe(answer),
  );
});

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
