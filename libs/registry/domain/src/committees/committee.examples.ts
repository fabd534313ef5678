import { at, by, ids, text } from '../registry.examples';
import type {
  BureauMemberNamed,
  CommitteeReactivated,
  CommitteeSuspended,
  CommitteeTransferred,
  PresidencyVacated,
  PresidentDesignated,
  RulesAdopted,
  WorkingCommissionCreated,
} from './committee';
import type { MemberDesignated, MembershipEnded, SeatDefined, SeatEnded } from './seat';

/** Facts of the life of a committee, which the specs of its commands speak about. */
const uuid = (digit: string) =>
  `${digit.repeat(8)}-${digit.repeat(4)}-5${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`;

export const { committee: committeeId, participant: awa } = ids;
export const [cafo, youth, otherUnit, commissionId] = [uuid('6'), uuid('7'), uuid('8'), uuid('9')] as const;
export const [first, second, third] = [uuid('a'), uuid('b'), uuid('c')] as const;
export const ben = uuid('d');
export const act = text('4');

/** A command as it reaches a decision on 1 December 2024. */
export const saying = <Data>(data: Data) => ({ data, at, by });

export const seatData = {
  committeeId,
  seatId: cafo,
  category: 'ORG_FEMMES',
  label: text('5'),
  basis: 'DESIGNATED',
  alternatesAllowed: true,
  definedOn: null,
} as const;
export const seatDefined: SeatDefined = { type: 'seat-defined', data: seatData };
export const youthDefined: SeatDefined = {
  type: 'seat-defined',
  data: { ...seatData, seatId: youth, category: 'ORG_JEUNES', alternatesAllowed: false },
};
export const seatEnded: SeatEnded = {
  type: 'seat-ended',
  data: { committeeId, seatId: cafo, endedOn: '2024-10-01', note: null },
};

export const designation = {
  committeeId,
  membershipId: first,
  seatId: cafo,
  participantId: awa,
  quality: 'HOLDER',
  from: '2023-12-07',
  termEndsOn: null,
  legalAct: act,
} as const;
export const seated: MemberDesignated = { type: 'member-designated', data: designation };
export const left: MembershipEnded = {
  type: 'membership-ended',
  data: { committeeId, membershipId: first, endedOn: '2024-08-31', reason: 'RESIGNATION', note: null },
};

export const mayor: PresidentDesignated = {
  type: 'president-designated',
  data: { committeeId, capacity: 'MAIRE', participantId: null, legalAct: null, since: '2023-12-07' },
};
export const vacated: PresidencyVacated = {
  type: 'presidency-vacated',
  data: { committeeId, since: '2024-03-01', note: null },
};
export const rules: RulesAdopted = {
  type: 'rules-adopted',
  data: { committeeId, frequency: 'MONTHLY', quorum: null, source: null, adoptedOn: '2024-01-15' },
};
export const named: BureauMemberNamed = {
  type: 'bureau-member-named',
  data: { committeeId, role: 'SECRETARY', seatId: cafo, since: '2023-12-07' },
};
export const commission: WorkingCommissionCreated = {
  type: 'working-commission-created',
  data: { committeeId, commissionId, theme: text('6'), createdOn: '2024-02-15' },
};
export const suspended: CommitteeSuspended = {
  type: 'committee-suspended',
  data: { committeeId, since: '2024-06-01', reason: 'INSECURITY', note: null },
};
export const reactivated: CommitteeReactivated = {
  type: 'committee-reactivated',
  data: { committeeId, since: '2024-09-01', note: null },
};
export const transferred: CommitteeTransferred = {
  type: 'committee-transferred',
  data: { committeeId, unitId: otherUnit, transferredOn: '2024-07-01', legalAct: act },
};
