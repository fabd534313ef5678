import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import type { BureauMemberNamed, Committee, Named } from '../committee';
import { firstRefusal } from '../first-refusal';
import { roleOn } from '../sitting';

export type NameBureauMember = Said<Named>;

export type NameBureauMemberRefusal =
  'committee-unknown' | 'seat-unknown' | 'seat-ended' | 'in-the-future' | 'differs-from-recorded';

/** A role of the bureau is held by a seat, until another one is named to it. */
export const nameBureauMember = (
  { data, at }: NameBureauMember,
  committee: Committee,
): Decision<BureauMemberNamed, NameBureauMemberRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const { role, seatId, since } = data;
  const seat = committee.seats.get(seatId);
  if (seat === undefined) return refuse('seat-unknown');
  const recorded = roleOn(committee, role, since);
  if (recorded.seatId === seatId) return accept();
  if (recorded.since === since && recorded.seatId !== null) return asRecorded(recorded, { seatId });
  const no = firstRefusal([since > dayOf(at), 'in-the-future'], [seat.ended !== null, 'seat-ended']);
  return no ?? accept({ type: 'bureau-member-named', data });
};
