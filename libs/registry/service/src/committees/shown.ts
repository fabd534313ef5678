import { isFds, isFsi } from '@benkan/contracts';
import type { SealedText } from '@benkan/kernel';
import {
  standing,
  type Membership,
  type Seat,
  type SeatCategory,
  type Tenure,
} from '@benkan/registry-domain';

export type TextOf = (text: SealedText) => string;

export const maybe = (text: SealedText | null, textOf: TextOf): string | null =>
  text === null ? null : textOf(text);

const sittingOf = ({ membershipId, participantId, from, termEndsOn }: Membership) => ({
  membershipId,
  participantId,
  from,
  termEndsOn,
});

/** A category with the forces it belongs to. */
export const forcesOf = (category: SeatCategory) => ({ isFsi: isFsi(category), isFds: isFds(category) });

/** Who presides now; the last told stands, for nothing is told of days to come. */
export const presidencyOf = (tenures: readonly Tenure[]) => {
  const last = standing(tenures);
  if (last === undefined)
    return { state: 'NOT_REPORTED' as const, capacity: null, participantId: null, since: null };
  if (last.state === 'HELD')
    return {
      state: last.state,
      capacity: last.capacity,
      participantId: last.participantId,
      since: last.since,
    };
  return { state: last.state, capacity: null, participantId: null, since: vacantSince(tenures) };
};

// a vacancy told twice began with the first
const vacantSince = (tenures: readonly Tenure[]): string | null => {
  const held = tenures.findLastIndex(({ state }) => state === 'HELD');
  return tenures[held + 1]?.since ?? null;
};

/** A membership as it is shown. */
export const membershipOf = (membership: Membership, textOf: TextOf) => {
  const { seatId, quality, legalAct, ended } = membership;
  return {
    ...sittingOf(membership),
    seatId,
    quality,
    legalAct: textOf(legalAct),
    ended: ended && { endedOn: ended.endedOn, reason: ended.reason, note: maybe(ended.note, textOf) },
  };
};

/** A seat that lasts, and who sits on it now. */
export const seatOf = (
  [id, seat]: readonly [string, Seat],
  memberships: readonly Membership[],
  textOf: TextOf,
) => {
  const sitting = (quality: Membership['quality']) => {
    const found = memberships.find((one) => one.seatId === id && one.quality === quality && !one.ended);
    return found === undefined ? null : sittingOf(found);
  };
  const { category, label, basis, alternatesAllowed, definedOn } = seat;
  return {
    ...{ id, category, label: textOf(label), basis, alternatesAllowed, ...forcesOf(category), definedOn },
    ...{ holder: sitting('HOLDER'), alternate: sitting('ALTERNATE') },
  };
};
