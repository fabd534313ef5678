import { accept, fold, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import { committee as fact, type Committee } from '../committee';
import { designateMember, type DesignateMemberRefusal } from '../designate-member/designate-member';
import { endMembership, type EndMembershipRefusal } from '../end-membership/end-membership';
import type { Designation, EndReason, MemberDesignated, MembershipEnded } from '../seat';

export type ReplaceMember = Said<
  Pick<Designation, 'committeeId' | 'membershipId' | 'participantId' | 'from' | 'termEndsOn' | 'legalAct'> & {
    readonly newMembershipId: string;
    readonly reason: EndReason;
    readonly note: SealedText | null;
    /** Whether the registry knows the participant. */
    readonly participantKnown: boolean;
  }
>;

export type ReplaceMemberRefusal = EndMembershipRefusal | DesignateMemberRefusal;

/** The one leaves and the other takes the same place the same day: both, or neither. */
export const replaceMember = (
  { data, ...said }: ReplaceMember,
  committee: Committee,
): Decision<MembershipEnded | MemberDesignated, ReplaceMemberRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const { membershipId, newMembershipId, reason, note, ...next } = data;
  const before = committee.memberships.get(membershipId);
  if (before === undefined) return refuse('membership-unknown');
  const { committeeId, from } = next;
  const leaving = { committeeId, membershipId, endedOn: from, reason, note };
  const ended = endMembership({ data: leaving, ...said }, committee);
  if (ended.kind === 'refused') return ended;
  const { seatId, quality } = before;
  const designation = { ...next, membershipId: newMembershipId, seatId, quality };
  const free = fold({ ...fact, initial: committee }, ended.facts);
  const named = designateMember({ data: designation, ...said }, free);
  return named.kind === 'refused'
    ? named
    : accept<MembershipEnded | MemberDesignated>(...ended.facts, ...named.facts);
};
