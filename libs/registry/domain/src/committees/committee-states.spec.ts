import { fold } from '@benkan/kernel';
import { at, by, established, installed, keysOf, outcome } from '../registry.examples';
import { committee, type Committee, type CommitteeFact } from './committee';
import { establishCommittee } from './establish-committee/establish-committee';
import { installCommittee } from './install-committee/install-committee';

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

describe('every situation of a committee answers every command', () => {
  const pairs = keysOf(committees).flatMap((state) =>
    keysOf(onCommittee).map((command) => ({ state, command, answer: committeeTable[state][command] })),
  );
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(onCommittee[command](fold(committee, committees[state])))).toBe(answer),
  );
});
