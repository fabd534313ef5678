import { accept, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import type { Activity, ActivityWithdrawn } from '../activity/activity';

export type WithdrawActivity = Said<{ readonly activityId: string; readonly reason: SealedText }>;

/** What did not take place, or was told twice, counts no more; it stays in the history. */
export const withdrawActivity = (
  { data }: WithdrawActivity,
  activity: Activity,
): Decision<ActivityWithdrawn, 'activity-unknown'> => {
  if (activity.status === 'unknown') return refuse('activity-unknown');
  if (activity.status === 'withdrawn') return accept();
  return accept({ type: 'activity-withdrawn', data });
};
