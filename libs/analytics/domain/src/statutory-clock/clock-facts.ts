import type { Committee, Day, Frequency } from '../facts';

/** A fact of a day, and the stored event that told it. */
export type ToldOn = { readonly since: Day; readonly eventId: string };

export type ClockSeat = {
  readonly seatId: string;
  readonly category: string;
  /** Null for a seat the committee has had from its beginning. */
  readonly definedOn: Day | null;
  readonly endedOn: Day | null;
  readonly eventId: string;
};
/** Somebody who held a seat; alternates hold none. */
export type ClockHolder = {
  readonly membershipId: string;
  readonly seatId: string;
  readonly from: Day;
  readonly ended: { readonly on: Day; readonly eventId: string } | null;
};

/** What the clock keeps of a committee. Lists are in the order of their days. */
export type ClockCommittee = {
  readonly kind: 'committee';
  readonly committeeId: string;
  readonly unitId: string;
  readonly level: Committee['level'];
  readonly established: { readonly frequency: Frequency; readonly eventId: string };
  readonly installed: { readonly on: Day; readonly eventId: string } | null;
  readonly rules: readonly (ToldOn & { readonly frequency: Frequency })[];
  readonly activity: readonly (ToldOn & { readonly suspended: boolean })[];
  readonly presidency: readonly (ToldOn & { readonly vacant: boolean })[];
  readonly seats: readonly ClockSeat[];
  readonly holders: readonly ClockHolder[];
};
export type ClockMeeting = {
  readonly kind: 'meeting';
  readonly committeeId: string;
  readonly meetingId: string;
  readonly isStatutory: boolean;
  readonly held: { readonly on: Day; readonly eventId: string } | null;
};
/** The minutes of a meeting, once drafted. */
export type ClockMinutes = {
  readonly kind: 'minutes';
  readonly committeeId: string;
  readonly meetingId: string;
  readonly adoptedOn: Day | null;
  readonly eventId: string;
};
export type ClockRecommendation = {
  readonly kind: 'recommendation';
  readonly committeeId: string;
  readonly recommendationId: string;
  readonly dueOn: Day | null;
  /** The first day of an answer, or of progress. */
  readonly answeredOn: Day | null;
  /** The first day of a claim that stands. */
  readonly claimedOn: Day | null;
  /** Taken to the regional committee. */
  readonly escalated: { readonly on: Day; readonly eventId: string } | null;
  readonly eventId: string;
};
export type ClockFact = ClockCommittee | ClockMeeting | ClockMinutes | ClockRecommendation;

/** One more, in its place: facts may be recorded late. Of one day, the last told stands. */
export const inOrder = <Told extends ToldOn>(all: readonly Told[], one: Told): readonly Told[] => {
  const next = all.findIndex(({ since }) => since > one.since);
  return next < 0 ? [...all, one] : [...all.slice(0, next), one, ...all.slice(next)];
};
