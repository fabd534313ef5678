import type { Fact, SealedText } from '@benkan/kernel';
import type { StructureKind } from '../participants/participant';

/** Whom a seat is for: the same kinds as the structures people come from. */
export type SeatCategory = StructureKind;
export type SeatBasis = 'EX_OFFICIO' | 'DESIGNATED';
export type Quality = 'HOLDER' | 'ALTERNATE';
export type EndReason =
  | 'TERM_ENDED'
  | 'RESIGNATION'
  | 'DEATH'
  | 'POSTED_ELSEWHERE'
  | 'OFFICE_ENDED'
  | 'WITHDRAWN_BY_STRUCTURE'
  | 'REPLACED'
  | 'RECORDED_IN_ERROR'
  | 'OTHER';

/** What a seat is. */
export type SeatTraits = {
  readonly category: SeatCategory;
  readonly label: SealedText;
  readonly basis: SeatBasis;
  readonly alternatesAllowed: boolean;
};
type OfSeat<Data> = Data & { readonly committeeId: string; readonly seatId: string };

/** `definedOn` is null for a seat the committee has had from its beginning. */
export type DefinedSeat = OfSeat<SeatTraits & { readonly definedOn: string | null }>;
export type EndedSeat = OfSeat<{ readonly endedOn: string; readonly note: SealedText | null }>;
export type Designation = OfSeat<{
  readonly membershipId: string;
  readonly participantId: string;
  readonly quality: Quality;
  readonly from: string;
  readonly termEndsOn: string | null;
  readonly legalAct: SealedText;
}>;
export type EndedMembership = {
  readonly committeeId: string;
  readonly membershipId: string;
  readonly endedOn: string;
  readonly reason: EndReason;
  readonly note: SealedText | null;
};

export type SeatDefined = Fact<'seat-defined', DefinedSeat>;
export type SeatRevised = Fact<'seat-revised', OfSeat<SeatTraits & { readonly reason: SealedText }>>;
export type SeatEnded = Fact<'seat-ended', EndedSeat>;
export type MemberDesignated = Fact<'member-designated', Designation>;
export type MembershipEnded = Fact<'membership-ended', EndedMembership>;
export type SeatFact = SeatDefined | SeatRevised | SeatEnded | MemberDesignated | MembershipEnded;

export type Seat = SeatTraits & {
  readonly definedOn: string | null;
  readonly ended: Pick<EndedSeat, 'endedOn' | 'note'> | null;
};
/** Somebody on a seat, from a day until it was ended. A term that ran out ends nothing by itself. */
export type Membership = Omit<Designation, 'committeeId'> & {
  readonly ended: Pick<EndedMembership, 'endedOn' | 'reason' | 'note'> | null;
};

export const traitsOfSeat = ({ category, label, basis, alternatesAllowed }: SeatTraits): SeatTraits => ({
  category,
  label,
  basis,
  alternatesAllowed,
});
