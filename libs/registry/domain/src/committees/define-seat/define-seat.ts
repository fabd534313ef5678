import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import type { Committee } from '../committee';
import { traitsOfSeat, type DefinedSeat, type SeatDefined } from '../seat';

export type DefineSeat = Said<DefinedSeat>;

export type DefineSeatRefusal = 'committee-unknown' | 'in-the-future' | 'differs-from-recorded';

/** A seat is defined once; what it is may be revised. */
export const defineSeat = (
  { data, at }: DefineSeat,
  committee: Committee,
): Decision<SeatDefined, DefineSeatRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const { committeeId, seatId, definedOn } = data;
  const given = { ...traitsOfSeat(data), definedOn };
  const recorded = committee.seats.get(seatId);
  if (recorded !== undefined) return asRecorded(recorded, given);
  if (definedOn !== null && definedOn > dayOf(at)) return refuse('in-the-future');
  return accept({ type: 'seat-defined', data: { committeeId, seatId, ...given } });
};
