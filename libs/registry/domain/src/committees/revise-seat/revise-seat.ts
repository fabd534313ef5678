import { accept, differences, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import type { Committee } from '../committee';
import { firstRefusal } from '../first-refusal';
import { traitsOfSeat, type SeatRevised, type SeatTraits } from '../seat';

export type ReviseSeat = Said<
  SeatTraits & { readonly committeeId: string; readonly seatId: string; readonly reason: SealedText }
>;

export type ReviseSeatRefusal = 'committee-unknown' | 'seat-unknown' | 'seat-ended' | 'seat-has-an-alternate';

/** What a seat is may be said anew while it lasts; who sits on it stays. */
export const reviseSeat = (
  { data }: ReviseSeat,
  committee: Committee,
): Decision<SeatRevised, ReviseSeatRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const { committeeId, seatId, reason } = data;
  const recorded = committee.seats.get(seatId);
  if (recorded === undefined) return refuse('seat-unknown');
  const traits = traitsOfSeat(data);
  if (differences(traitsOfSeat(recorded), traits).length === 0) return accept();
  const alternate = [...committee.memberships.values()].some(
    (one) => one.seatId === seatId && one.quality === 'ALTERNATE' && one.ended === null,
  );
  const no = firstRefusal(
    [recorded.ended !== null, 'seat-ended'],
    [alternate && !traits.alternatesAllowed, 'seat-has-an-alternate'],
  );
  return no ?? accept({ type: 'seat-revised', data: { committeeId, seatId, ...traits, reason } });
};
