import type { BureauRole, PresidencyCapacity } from './committee-facts';
import { intervals, overlap, standing, type Interval } from './dated';
import type { Life, Naming } from './life';
import type { Membership } from './seat';

/** The days somebody sat. */
export const sat = ({ from, ended }: Membership): Interval => ({ from, to: ended?.endedOn ?? null });

export const satOn = (membership: Membership, day: string): boolean =>
  overlap(sat(membership), { from: day, to: null }) && membership.from <= day;

// who expedites current business, or stands in, may do so from the seat already held
const besideASeat: readonly PresidencyCapacity[] = ['CARETAKER', 'INTERIM'];

/** Whether a presidency held in this capacity is itself the seat of whoever holds it. */
export const isOwnSeat = (capacity: PresidencyCapacity): boolean => !besideASeat.includes(capacity);

const seatedIn = ({ memberships }: Life, participantId: string, days: Interval): boolean =>
  [...memberships.values()].some((one) => one.participantId === participantId && overlap(sat(one), days));

const presidesIn = ({ presidency }: Life, participantId: string, days: Interval): boolean =>
  intervals(presidency).some(
    ({ of, ...held }) =>
      of.state === 'HELD' &&
      of.participantId === participantId &&
      isOwnSeat(of.capacity) &&
      overlap(held, days),
  );

/** Whether somebody has a seat of the committee on any of the days, the presidency among the seats. */
export const hasASeat = (life: Life, participantId: string, days: Interval): boolean =>
  seatedIn(life, participantId, days) || presidesIn(life, participantId, days);

/** Whether somebody else sits on a seat in a quality on any of the days. */
export const isTaken = (
  { memberships }: Life,
  { seatId, quality }: Pick<Membership, 'seatId' | 'quality'>,
  days: Interval,
): boolean =>
  [...memberships.values()].some(
    (one) => one.seatId === seatId && one.quality === quality && overlap(sat(one), days),
  );

const NOBODY: Naming = { since: '', seatId: null };

/** The seat that holds a role of the bureau on a day, and since when. */
export const roleOn = ({ bureau }: Life, role: BureauRole, day: string): Naming =>
  standing(bureau.get(role) ?? [], day) ?? NOBODY;
