import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import type { Committee, CommitteeSuspended, Suspended } from '../committee';
import { standing } from '../dated';
import { firstRefusal } from '../first-refusal';

export type SuspendCommittee = Said<Suspended>;

export type SuspendCommitteeRefusal =
  | 'committee-unknown'
  | 'committee-not-installed'
  | 'in-the-future'
  | 'before-it-began'
  | 'already-suspended'
  | 'differs-from-recorded';

/** An installed committee may be suspended from a day on; it keeps its unit, its seats and its people. */
export const suspendCommittee = (
  { data: { committeeId, since, reason, note }, at }: SuspendCommittee,
  committee: Committee,
): Decision<CommitteeSuspended, SuspendCommitteeRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  if (committee.status === 'established') return refuse('committee-not-installed');
  const recorded = standing(committee.activity, since);
  if (recorded?.state === 'SUSPENDED' && recorded.since === since)
    return asRecorded(recorded, { reason, note });
  const no = firstRefusal(
    [since > dayOf(at), 'in-the-future'],
    [since < committee.installedOn, 'before-it-began'],
    [recorded?.state === 'SUSPENDED', 'already-suspended'],
  );
  return no ?? accept({ type: 'committee-suspended', data: { committeeId, since, reason, note } });
};
