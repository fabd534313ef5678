import { fold } from '@benkan/kernel';
import { established, installed, keysOf, outcome, text } from '../registry.examples';
import { adoptRules } from './adopt-rules/adopt-rules';
import { closeWorkingCommission } from './close-working-commission/close-working-commission';
import { committee, type Committee, type CommitteeFact } from './committee';
import * as example from './committee.examples';
import { createWorkingCommission } from './create-working-commission/create-working-commission';
import { declarePresidencyVacant } from './declare-presidency-vacant/declare-presidency-vacant';
import { defineSeat } from './define-seat/define-seat';
import { designateMember } from './designate-member/designate-member';
import { designatePresident } from './designate-president/designate-president';
import { endBureauRole } from './end-bureau-role/end-bureau-role';
import { endMembership } from './end-membership/end-membership';
import { endSeat } from './end-seat/end-seat';
import { establishCommittee } from './establish-committee/establish-committee';
import { installCommittee } from './install-committee/install-committee';
import { nameBureauMember } from './name-bureau-member/name-bureau-member';
import { reactivateCommittee } from './reactivate-committee/reactivate-committee';
import { replaceMember } from './replace-member/replace-member';
import { reviseSeat } from './revise-seat/revise-seat';
import { suspendCommittee } from './suspend-committee/suspend-committee';
import { transferCommittee } from './transfer-committee/transfer-committee';

const { saying, seatData, designation, committeeId } = example;
const known = { unitKnown: true, heldBy: null };
const participantKnown = true;

const committees = {
  unknown: [],
  established: [established],
  installed: [established, installed],
  suspended: [established, installed, example.suspended],
  seated: [established, installed, example.seatDefined, example.seated],
  vacated: [established, installed, example.seatDefined, example.seated, example.left, example.vacated],
  transferred: [established, installed, example.transferred],
} satisfies Record<string, readonly CommitteeFact[]>;

const onCommittee = {
  establish: (state) => establishCommittee(saying({ ...established.data, ...known, applied: null }), state),
  install: (state) => installCommittee(saying(installed.data), state),
  adoptRules: (state) => adoptRules(saying(example.rules.data), state),
  suspend: (state) => suspendCommittee(saying(example.suspended.data), state),
  reactivate: (state) => reactivateCommittee(saying(example.reactivated.data), state),
  transfer: (state) => transferCommittee(saying({ ...example.transferred.data, ...known }), state),
  defineSeat: (state) => defineSeat(saying(seatData), state),
  reviseSeat: (state) => reviseSeat(saying({ ...seatData, label: text('0'), reason: text('0') }), state),
  endSeat: (state) => endSeat(saying(example.seatEnded.data), state),
  designate: (state) => designateMember(saying({ ...designation, participantKnown }), state),
  replace: (state) =>
    replaceMember(
      saying({
        ...{
          ...designation,
          newMembershipId: example.second,
          participantId: example.ben,
          from: '2024-09-02',
        },
        ...{ reason: 'REPLACED' as const, note: null, participantKnown },
      }),
      state,
    ),
  endMembership: (state) => endMembership(saying(example.left.data), state),
  designatePresident: (state) =>
    designatePresident(saying({ ...example.mayor.data, participantKnown }), state),
  vacate: (state) => declarePresidencyVacant(saying(example.vacated.data), state),
  nameBureau: (state) => nameBureauMember(saying(example.named.data), state),
  endBureau: (state) =>
    endBureauRole(saying({ committeeId, role: 'SECRETARY', endedOn: '2024-11-30' }), state),
  createCommission: (state) => createWorkingCommission(saying(example.commission.data), state),
  closeCommission: (state) =>
    closeWorkingCommission(
      saying({ committeeId, commissionId: example.commissionId, closedOn: '2024-11-30' }),
      state,
    ),
} satisfies Record<string, (state: Committee) => Parameters<typeof outcome>[0]>;

type Answers = Record<keyof typeof onCommittee, string>;
const nobodyKnows: Answers = {
  ...(Object.fromEntries(keysOf(onCommittee).map((name) => [name, 'committee-unknown'])) as Answers),
  establish: 'accepted',
};
const young: Answers = {
  ...{ establish: 'unchanged', install: 'accepted', adoptRules: 'accepted' },
  ...{ suspend: 'committee-not-installed', reactivate: 'not-suspended', transfer: 'accepted' },
  ...{ defineSeat: 'accepted', reviseSeat: 'seat-unknown', endSeat: 'seat-unknown' },
  ...{ designate: 'seat-unknown', replace: 'membership-unknown', endMembership: 'membership-unknown' },
  ...{ designatePresident: 'accepted', vacate: 'accepted' },
  ...{ nameBureau: 'seat-unknown', endBureau: 'bureau-role-not-held' },
  ...{ createCommission: 'accepted', closeCommission: 'commission-unknown' },
};
const working: Answers = { ...young, install: 'unchanged', suspend: 'accepted' };
const withSeat: Answers = {
  ...{ ...working, defineSeat: 'unchanged', reviseSeat: 'accepted', endSeat: 'seat-is-held' },
  ...{ designate: 'unchanged', replace: 'accepted', endMembership: 'accepted', nameBureau: 'accepted' },
};
const table: Record<keyof typeof committees, Answers> = {
  unknown: nobodyKnows,
  established: young,
  installed: working,
  suspended: { ...working, suspend: 'unchanged', reactivate: 'accepted' },
  seated: withSeat,
  vacated: {
    ...{ ...withSeat, endSeat: 'accepted', replace: 'differs-from-recorded', endMembership: 'unchanged' },
    vacate: 'unchanged',
  },
  transferred: { ...working, transfer: 'unchanged' },
};

describe('every situation of a committee answers every command', () => {
  const pairs = keysOf(committees).flatMap((state) =>
    keysOf(onCommittee).map((command) => ({ state, command, answer: table[state][command] })),
  );
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(onCommittee[command](fold(committee, committees[state])))).toBe(answer),
  );
});
