import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import type { Committee } from '../committee';
import { overlap } from '../dated';
import { firstRefusal } from '../first-refusal';
import type { EndedSeat, SeatEnded } from '../seat';
import { sat } from '../sitting';

export type EndSeat = Said<EndedSeat>;

export type EndSeatRefusal =
  | 'committee-unknown'
  | 'seat-unknown'
  | 'in-the-future'
  | 'before-it-began'
  | 'seat-is-held'
  | 'differs-from-recorded';

/** A seat ends once nobody sits on it from that day on. */
export const endSeat = ({ data, at }: EndSeat, committee: Committee): Decision<SeatEnded, EndSeatRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const { committeeId, seatId, endedOn, note } = data;
  const seat = committee.seats.get(seatId);
  if (seat === undefined) return refuse('seat-unknown');
  if (seat.ended !== null) return asRecorded(seat.ended, { endedOn, note });
  const after = { from: endedOn, to: null };
  const held = [...committee.memberships.values()].some(
    (one) => one.seatId === seatId && overlap(sat(one), after),
  );
  const no = firstRefusal(
    [endedOn > dayOf(at), 'in-the-future'],
    [seat.definedOn !== null && endedOn < seat.definedOn, 'before-it-began'],
    [held, 'seat-is-held'],
  );
  return no ?? accept({ type: 'seat-ended', data: { committeeId, seatId, endedOn, note } });
};
