import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Committee, CommitteeReactivated, Reactivated } from '../committee';
import { standing } from '../dated';

export type ReactivateCommittee = Said<Reactivated>;

export type ReactivateCommitteeRefusal = 'committee-unknown' | 'in-the-future' | 'not-suspended';

/** A suspended committee works again from a day on. */
export const reactivateCommittee = (
  { data: { committeeId, since, note }, at }: ReactivateCommittee,
  committee: Committee,
): Decision<CommitteeReactivated, ReactivateCommitteeRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const recorded = standing(committee.activity, since);
  if (recorded?.state === 'ACTIVE' && recorded.since === since) return accept();
  if (since > dayOf(at)) return refuse('in-the-future');
  if (recorded?.state !== 'SUSPENDED') return refuse('not-suspended');
  return accept({ type: 'committee-reactivated', data: { committeeId, since, note } });
};
