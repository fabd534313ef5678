import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Activity, ActivityRecorded, ActivityTold } from '../activity/activity';
import { inOrder, wrongTelling, type WrongTelling } from '../activity/telling';

export type RecordActivity = Said<{
  readonly told: ActivityTold;
  /** Whether the registry knows the committee. */
  readonly committeeKnown: boolean;
}>;

export type RecordActivityRefusal =
  WrongTelling | 'committee-unknown' | 'activity-withdrawn' | 'differs-from-recorded';

/** An activity is recorded once, after its last day has come. */
export const recordActivity = (
  { data: { told, committeeKnown }, at }: RecordActivity,
  activity: Activity,
): Decision<ActivityRecorded, RecordActivityRefusal> => {
  const given = inOrder(told);
  if (activity.status === 'withdrawn') return refuse('activity-withdrawn');
  if (activity.status === 'recorded') {
    // a committee may have been transferred since
    const { unitId } = activity.told;
    const differing = differences(activity.told, { ...given, unitId });
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (!committeeKnown) return refuse('committee-unknown');
  const why = wrongTelling(given, dayOf(at));
  return why === undefined ? accept({ type: 'activity-recorded', data: given }) : refuse(why);
};
