import { inOrder, type ClockCommittee } from '@benkan/analytics-domain';
import type { DataOf, HeardEvent } from '../heard-event';
import { on } from './clock-rule';

type OfCommittee = { readonly committeeId: string };
type CommitteeEvent = Extract<HeardEvent, { data: OfCommittee; type: `${string}` }>['type'];

const about = ({ committeeId }: OfCommittee): string => `committee:${committeeId}`;

const moves = <Type extends CommitteeEvent>(
  type: Type,
  move: (data: DataOf<Type>, before: ClockCommittee, eventId: string) => Partial<ClockCommittee>,
) =>
  on(type, {
    about: (data) => about(data as OfCommittee),
    tell: (data, before, eventId) =>
      before?.kind === 'committee' ? { ...before, ...move(data, before, eventId) } : undefined,
  });

/** Committees: installation, rules, presidency, suspension, seats and their holders. */
export const fromCommittees = [
  on('committee-established', {
    about,
    tell: ({ committeeId, unitId, level, frequency }, _, eventId) => ({
      ...{ kind: 'committee', committeeId, unitId, level, established: { frequency, eventId } },
      ...{ installed: null, rules: [], activity: [], presidency: [], seats: [], holders: [] },
    }),
  }),
  moves('committee-installed', ({ installedOn }, _, eventId) => ({
    installed: { on: installedOn, eventId },
  })),
  moves('committee-transferred', ({ unitId }) => ({ unitId })),
  moves('rules-adopted', ({ frequency, adoptedOn }, { rules }, eventId) => ({
    rules: inOrder(rules, { since: adoptedOn, frequency, eventId }),
  })),
  moves('committee-suspended', ({ since }, { activity }, eventId) => ({
    activity: inOrder(activity, { since, suspended: true, eventId }),
  })),
  moves('committee-reactivated', ({ since }, { activity }, eventId) => ({
    activity: inOrder(activity, { since, suspended: false, eventId }),
  })),
  moves('president-designated', ({ since }, { presidency }, eventId) => ({
    presidency: inOrder(presidency, { since, vacant: false, eventId }),
  })),
  moves('presidency-vacated', ({ since }, { presidency }, eventId) => ({
    presidency: inOrder(presidency, { since, vacant: true, eventId }),
  })),
  moves('seat-defined', ({ seatId, category, definedOn }, { seats }, eventId) => ({
    seats: [...seats, { seatId, category, definedOn, endedOn: null, eventId }],
  })),
  moves('seat-revised', ({ seatId, category }, { seats }) => ({
    seats: seats.map((seat) => (seat.seatId === seatId ? { ...seat, category } : seat)),
  })),
  moves('seat-ended', ({ seatId, endedOn }, { seats }) => ({
    seats: seats.map((seat) => (seat.seatId === seatId ? { ...seat, endedOn } : seat)),
  })),
  moves('member-designated', ({ membershipId, seatId, quality, from }, { holders }) =>
    quality === 'HOLDER' ? { holders: [...holders, { membershipId, seatId, from, ended: null }] } : {},
  ),
  moves('membership-ended', ({ membershipId, endedOn }, { holders }, eventId) => ({
    holders: holders.map((one) =>
      one.membershipId === membershipId ? { ...one, ended: { on: endedOn, eventId } } : one,
    ),
  })),
] as const;
