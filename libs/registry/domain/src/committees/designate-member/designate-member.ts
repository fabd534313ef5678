import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import type { Committee } from '../committee';
import { firstRefusal } from '../first-refusal';
import type { Life } from '../life';
import type { Designation, MemberDesignated, Membership, Seat } from '../seat';
import { hasASeat, isTaken } from '../sitting';

export type DesignateMember = Said<
  Designation & {
    /** Whether the registry knows the participant. */
    readonly participantKnown: boolean;
  }
>;

export type DesignateMemberRefusal =
  | 'committee-unknown'
  | 'seat-unknown'
  | 'participant-unknown'
  | 'in-the-future'
  | 'term-ends-before-it-begins'
  | 'seat-ended'
  | 'alternates-not-allowed'
  | 'seat-is-held'
  | 'seat-has-an-alternate'
  | 'person-has-a-seat'
  | 'differs-from-recorded';

const detailsOf = ({ seatId, participantId, quality, from, termEndsOn, legalAct }: Membership) => ({
  seatId,
  participantId,
  quality,
  from,
  termEndsOn,
  legalAct,
});

const isSame = (one: Membership, other: Membership): boolean =>
  one.seatId === other.seatId &&
  one.participantId === other.participantId &&
  one.quality === other.quality &&
  one.from === other.from;

/** The membership a designation speaks of, under whatever id it was recorded. */
export const recordedAs = ({ memberships }: Life, given: Membership): Membership | undefined =>
  memberships.get(given.membershipId) ?? [...memberships.values()].find((one) => isSame(one, given));

const impossible = (seat: Seat, { quality, from, termEndsOn }: Membership, today: string) =>
  firstRefusal(
    [from > today, 'in-the-future'],
    [termEndsOn !== null && termEndsOn < from, 'term-ends-before-it-begins'],
    [seat.ended !== null, 'seat-ended'],
    [quality === 'ALTERNATE' && !seat.alternatesAllowed, 'alternates-not-allowed'],
  );

const noPlace = (life: Life, given: Membership) => {
  const days = { from: given.from, to: null };
  return firstRefusal(
    [isTaken(life, given, days), given.quality === 'HOLDER' ? 'seat-is-held' : 'seat-has-an-alternate'],
    [hasASeat(life, given.participantId, days), 'person-has-a-seat'],
  );
};

/** One holder and one alternate a seat at a time, one seat a person in a committee at a time. */
export const designateMember = (
  { data, at }: DesignateMember,
  committee: Committee,
): Decision<MemberDesignated, DesignateMemberRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const { participantKnown, committeeId, ...designation } = data;
  const given: Membership = { ...designation, ended: null };
  const recorded = recordedAs(committee, given);
  if (recorded !== undefined) return asRecorded(detailsOf(recorded), detailsOf(given));
  const seat = committee.seats.get(given.seatId);
  if (seat === undefined) return refuse('seat-unknown');
  if (!participantKnown) return refuse('participant-unknown');
  const no = impossible(seat, given, dayOf(at)) ?? noPlace(committee, given);
  return no ?? accept({ type: 'member-designated', data: { committeeId, ...designation } });
};
