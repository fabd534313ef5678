import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import type { CommissionCreated, Committee, WorkingCommissionCreated } from '../committee';

export type CreateWorkingCommission = Said<CommissionCreated>;

export type CreateWorkingCommissionRefusal = 'committee-unknown' | 'in-the-future' | 'differs-from-recorded';

/** Décret 2019-0041: a committee may set up working commissions on themes as needed. */
export const createWorkingCommission = (
  { data: { committeeId, commissionId, theme, createdOn }, at }: CreateWorkingCommission,
  committee: Committee,
): Decision<WorkingCommissionCreated, CreateWorkingCommissionRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const recorded = committee.commissions.get(commissionId);
  if (recorded !== undefined) return asRecorded(recorded, { theme, createdOn });
  if (createdOn > dayOf(at)) return refuse('in-the-future');
  return accept({
    type: 'working-commission-created',
    data: { committeeId, commissionId, theme, createdOn },
  });
};
