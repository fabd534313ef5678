import {
  accept,
  dayOf,
  differences,
  refuse,
  type Decision,
  type Said,
  type SealedText,
} from '@benkan/kernel';
import type { Activity, ActivityCorrected, ActivityTold } from '../activity/activity';
import { inOrder, wrongTelling, type WrongTelling } from '../activity/telling';

export type CorrectActivity = Said<{
  /** The unit stays the one it was recorded in. */
  readonly told: Omit<ActivityTold, 'unitId'>;
  readonly reason: SealedText;
}>;

export type CorrectActivityRefusal =
  WrongTelling | 'activity-unknown' | 'activity-withdrawn' | 'another-committee';

/** A recorded activity changes only here, told again whole, with the reason; it stays of its committee. */
export const correctActivity = (
  { data: { told, reason }, at }: CorrectActivity,
  activity: Activity,
): Decision<ActivityCorrected, CorrectActivityRefusal> => {
  if (activity.status === 'unknown') return refuse('activity-unknown');
  if (activity.status === 'withdrawn') return refuse('activity-withdrawn');
  const { unitId, committeeId } = activity.told;
  if (told.committeeId !== committeeId) return refuse('another-committee');
  const given = inOrder({ ...told, unitId });
  if (differences(activity.told, given).length === 0) return accept();
  const why = wrongTelling(given, dayOf(at));
  return why === undefined ? accept({ type: 'activity-corrected', data: { ...given, reason } }) : refuse(why);
};
