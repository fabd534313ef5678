import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { asRecorded } from '../as-recorded';
import type { CommissionClosed, Committee, WorkingCommissionClosed } from '../committee';
import { firstRefusal } from '../first-refusal';

export type CloseWorkingCommission = Said<CommissionClosed>;

export type CloseWorkingCommissionRefusal =
  'committee-unknown' | 'commission-unknown' | 'in-the-future' | 'before-it-began' | 'differs-from-recorded';

/** A working commission is closed once. */
export const closeWorkingCommission = (
  { data, at }: CloseWorkingCommission,
  committee: Committee,
): Decision<WorkingCommissionClosed, CloseWorkingCommissionRefusal> => {
  if (committee.status === 'unknown') return refuse('committee-unknown');
  const { commissionId, closedOn } = data;
  const commission = committee.commissions.get(commissionId);
  if (commission === undefined) return refuse('commission-unknown');
  if (commission.closedOn !== null) return asRecorded(commission, { closedOn });
  const no = firstRefusal(
    [closedOn > dayOf(at), 'in-the-future'],
    [closedOn < commission.createdOn, 'before-it-began'],
  );
  return no ?? accept({ type: 'working-commission-closed', data });
};
