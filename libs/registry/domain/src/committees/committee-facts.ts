import type { Fact, SealedText } from '@benkan/kernel';
import type { SeatFact } from './seat';

export type CommitteeLevel = 'REGION' | 'COMMUNE';
export type Frequency = 'MONTHLY' | 'QUARTERLY' | 'UNKNOWN';
export type Template = 'COMMUNE_22';
export type PresidencyCapacity =
  'MAIRE' | 'PRESIDENT_DELEGATION_SPECIALE' | 'CARETAKER' | 'INTERIM' | 'GOUVERNEUR';
export type BureauRole =
  | 'VICE_PRESIDENT'
  | 'SECRETARY'
  | 'DEPUTY_SECRETARY'
  | 'RAPPORTEUR'
  | 'TREASURER'
  | 'ORGANISATION'
  | 'COMMUNICATION';
export type SuspensionReason =
  'INSECURITY' | 'NO_EXECUTIVE' | 'DECISION_OF_AUTHORITY' | 'LACK_OF_MEANS' | 'OTHER';
/** How many must be present: so many members, or a share of them. */
export type Quorum =
  | { readonly kind: 'COUNT'; readonly members: number }
  | { readonly kind: 'SHARE'; readonly numerator: number; readonly denominator: number };

type Of<Data> = Data & { readonly committeeId: string };

export type Established = Of<{
  readonly unitId: string;
  readonly level: CommitteeLevel;
  readonly name: SealedText;
  readonly legalAct: SealedText;
  readonly frequency: Frequency;
}>;
export type Installed = Of<{ readonly installedOn: string }>;
export type Rules = Of<{
  readonly frequency: Frequency;
  readonly quorum: Quorum | null;
  readonly source: SealedText | null;
  readonly adoptedOn: string;
}>;
export type Designated = Of<{
  readonly capacity: PresidencyCapacity;
  readonly participantId: string | null;
  readonly legalAct: SealedText | null;
  readonly since: string;
}>;
export type Vacated = Of<{ readonly since: string; readonly note: SealedText | null }>;
export type Named = Of<{ readonly role: BureauRole; readonly seatId: string; readonly since: string }>;
export type RoleEnded = Of<{ readonly role: BureauRole; readonly endedOn: string }>;
export type CommissionCreated = Of<{
  readonly commissionId: string;
  readonly theme: SealedText;
  readonly createdOn: string;
}>;
export type CommissionClosed = Of<{ readonly commissionId: string; readonly closedOn: string }>;
export type Suspended = Of<{
  readonly since: string;
  readonly reason: SuspensionReason;
  readonly note: SealedText | null;
}>;
export type Reactivated = Of<{ readonly since: string; readonly note: SealedText | null }>;
export type Transferred = Of<{
  readonly unitId: string;
  readonly transferredOn: string;
  readonly legalAct: SealedText;
}>;

export type CommitteeEstablished = Fact<'committee-established', Established>;
export type TemplateApplied = Fact<'committee-template-applied', Of<{ readonly template: Template }>>;
export type CommitteeInstalled = Fact<'committee-installed', Installed>;
export type RulesAdopted = Fact<'rules-adopted', Rules>;
export type PresidentDesignated = Fact<'president-designated', Designated>;
export type PresidencyVacated = Fact<'presidency-vacated', Vacated>;
export type BureauMemberNamed = Fact<'bureau-member-named', Named>;
export type BureauRoleEnded = Fact<'bureau-role-ended', RoleEnded>;
export type WorkingCommissionCreated = Fact<'working-commission-created', CommissionCreated>;
export type WorkingCommissionClosed = Fact<'working-commission-closed', CommissionClosed>;
export type CommitteeSuspended = Fact<'committee-suspended', Suspended>;
export type CommitteeReactivated = Fact<'committee-reactivated', Reactivated>;
export type CommitteeTransferred = Fact<'committee-transferred', Transferred>;

/** What may follow in the life of a committee once it is established. */
export type LifeFact =
  | TemplateApplied
  | CommitteeInstalled
  | RulesAdopted
  | PresidentDesignated
  | PresidencyVacated
  | BureauMemberNamed
  | BureauRoleEnded
  | WorkingCommissionCreated
  | WorkingCommissionClosed
  | CommitteeSuspended
  | CommitteeReactivated
  | CommitteeTransferred
  | SeatFact;
export type CommitteeFact = CommitteeEstablished | LifeFact;
