import type { Day } from '../facts';
import { durationOf } from './calendar';
import type { ClockCommittee, ClockHolder, ClockSeat } from './clock-facts';
import type { Finding } from './finding';

/** The presidency, where it is vacant on a day; a vacancy told twice began with the first. */
export const vacantPresidency = ({ presidency }: ClockCommittee, on: Day): readonly Finding[] => {
  const told = presidency.filter(({ since }) => since <= on);
  const vacancy = told[told.findLastIndex(({ vacant }) => !vacant) + 1];
  if (vacancy === undefined) return [];
  const { since, eventId } = vacancy;
  return [{ code: 'PRESIDENCY_VACANT', since, duration: durationOf(since, on), events: [eventId] }];
};

const lasts = ({ definedOn, endedOn }: ClockSeat, on: Day): boolean =>
  (definedOn === null || definedOn <= on) && (endedOn === null || endedOn > on);

const sits = ({ from, ended }: ClockHolder, on: Day): boolean =>
  from <= on && (ended === null || ended.on > on);

const laterOf = (one: Day, other: Day | null): Day => (other !== null && other > one ? other : one);

const vacancyOf = (seat: ClockSeat, holders: readonly ClockHolder[], installedOn: Day) => {
  const ends = holders.flatMap(({ ended }) => (ended === null ? [] : [ended]));
  const last = ends.sort((one, other) => (one.on < other.on ? 1 : -1))[0];
  return {
    since: laterOf(laterOf(installedOn, seat.definedOn), last?.on ?? null),
    everHeld: last !== undefined,
    events: last === undefined ? [seat.eventId] : [seat.eventId, last.eventId],
  };
};

/** Seats nobody holds on a day, from the installation on; an alternate does not fill them. */
export const vacantSeats = ({ seats, holders, installed }: ClockCommittee, on: Day): readonly Finding[] => {
  if (installed === null || installed.on > on) return [];
  return seats
    .filter((seat) => lasts(seat, on))
    .flatMap((seat): readonly Finding[] => {
      const { seatId, category } = seat;
      const known = holders.filter((holder) => holder.seatId === seatId && holder.from <= on);
      if (known.some((holder) => sits(holder, on))) return [];
      const { since, everHeld, events } = vacancyOf(seat, known, installed.on);
      const duration = durationOf(since, on);
      return [{ code: 'SEAT_VACANT', seatId, category, since, duration, everHeld, events }];
    });
};
