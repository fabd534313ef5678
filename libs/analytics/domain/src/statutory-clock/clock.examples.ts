import type { ClockCommittee, ClockMeeting, ClockMinutes, ClockRecommendation } from './clock-facts';
import { statutoryClock, type ClockFacts } from './statutory-clock';

/** A committee installed on 7 December 2023 that meets monthly. */
export const installed: ClockCommittee = {
  kind: 'committee',
  committeeId: 'c1',
  unitId: 'u1',
  level: 'COMMUNE',
  established: { frequency: 'MONTHLY', eventId: 'e-established' },
  installed: { on: '2023-12-07', eventId: 'e-installed' },
  rules: [],
  activity: [],
  presidency: [],
  seats: [],
  holders: [],
};

export const meeting = (heldOn: string | null, isStatutory = true): ClockMeeting => ({
  ...{ kind: 'meeting', committeeId: 'c1', meetingId: `m ${heldOn ?? 'none'}` },
  ...{ isStatutory, held: heldOn === null ? null : { on: heldOn, eventId: `e-held ${heldOn}` } },
});

/** Minutes of the meeting held on a day. */
export const minutesOf = (heldOn: string, adoptedOn: string | null): ClockMinutes => ({
  ...{ kind: 'minutes', committeeId: 'c1', meetingId: `m ${heldOn}`, adoptedOn },
  eventId: `e-drafted ${heldOn}`,
});

export const recommendation = (dueOn: string | null, answeredOn: string | null): ClockRecommendation => ({
  ...{ kind: 'recommendation', committeeId: 'c1', recommendationId: 'r1' },
  ...{ dueOn, answeredOn, claimedOn: null, escalated: null, eventId: 'e-issued' },
});

export const clockOn = (on: string, more: Partial<ClockFacts> = {}) =>
  statutoryClock({ committee: installed, meetings: [], minutes: [], recommendations: [], ...more }, on);
