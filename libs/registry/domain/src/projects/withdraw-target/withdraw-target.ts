import { accept, refuse, type Decision, type Said } from '@benkan/kernel';
import { openToChange, type NotOpen } from '../open-to-change';
import type { Project } from '../project';
import type { TargetWithdrawn, Withdrawn } from '../project-facts';

export type WithdrawTarget = Said<Withdrawn>;

export type WithdrawTargetRefusal = NotOpen | 'target-unknown';

/** A target is withdrawn once; it stays readable. */
export const withdrawTarget = (
  { data }: WithdrawTarget,
  project: Project,
): Decision<TargetWithdrawn, WithdrawTargetRefusal> => {
  const change = openToChange(project);
  if ('no' in change) return change.no;
  const target = change.open.targets.get(data.targetId);
  if (target === undefined) return refuse('target-unknown');
  return target.withdrawn ? accept() : accept({ type: 'target-withdrawn', data });
};
