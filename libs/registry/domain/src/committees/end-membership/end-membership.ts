import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import type { Committee } from '../committee';
import { firstRefusal } from '../first-refusal';
import type { EndedMembership, MembershipEnded } from '../seat';

export type EndMembership = Said<EndedMembership>;

export type EndMembershipRefusal =
  'committee-unknown' | 'membership-unknown' | 'in-the-future' | 'before-it-began' | 'differs-from-recorded';

/** A membership ends once, for a reason; its seat is free from that day on. */
export const endMembership = (
  { data, at }: EndMembership,
  committee: Committee,
): Decision<MembershipEnded, EndMembershipRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const { committeeId, membershipId, ...ended } = data;
  const membership = committee.memberships.get(membershipId);
  if (membership === undefined) return refuse('membership-unknown');
  if (membership.ended !== null) return asRecorded(membership.ended, ended);
  const no = firstRefusal(
    [ended.endedOn > dayOf(at), 'in-the-future'],
    [ended.endedOn < membership.from, 'before-it-began'],
  );
  return no ?? accept({ type: 'membership-ended', data: { committeeId, membershipId, ...ended } });
};
