import { accept, dayOf, refuse, type Decision, type Said } from '@benkan/kernel';
import { firstRefusal } from '../../committees/first-refusal';
import { standing } from '../../committees/dated';
import { isLooser, modeOn, settingOn } from '../attendance-mode';
import type { Protection } from '../protection';
import type { AttendanceModeSet, ModeSet } from '../protection-facts';

export type SetAttendanceMode = Said<
  Omit<ModeSet, 'setOn'> & {
    /** Whether the registry knows the committee. */
    readonly committeeKnown: boolean;
  }
>;

export type SetAttendanceModeRefusal =
  'committee-unknown' | 'loosens-the-past' | 'assessment-missing' | 'assessment-outdated';

/**
 * A mode holds from its day until the next one set. Tightening may begin on any day; loosening only on a day to
 * come, and on an assessment at least as new as the mode it loosens.
 */
export const setAttendanceMode = (
  { data: { committeeKnown, ...set }, at }: SetAttendanceMode,
  protection: Protection,
): Decision<AttendanceModeSet, SetAttendanceModeRefusal> => {
  if (!committeeKnown) return refuse('committee-unknown');
  const today = dayOf(at);
  const before = modeOn(protection, set.since);
  if (before === set.mode) return accept();
  const no = isLooser(set.mode, before) ? whyNotLoosen(protection, set.since, today) : undefined;
  return no ?? accept({ type: 'attendance-mode-set', data: { ...set, setOn: today } });
};

const whyNotLoosen = (protection: Protection, since: string, today: string) => {
  const assessment = standing(protection.assessments);
  const setOn = settingOn(protection, since)?.setOn;
  return firstRefusal(
    [since <= today, 'loosens-the-past'],
    [assessment === undefined, 'assessment-missing'],
    [assessment !== undefined && setOn !== undefined && assessment.assessedOn < setOn, 'assessment-outdated'],
  );
};
