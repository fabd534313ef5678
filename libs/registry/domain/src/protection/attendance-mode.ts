import { standing } from '../committees/dated';
import type { Mode, Protection } from './protection';
import type { AttendanceMode } from './protection-facts';

const TIGHTNESS: Readonly<Record<AttendanceMode, number>> = { NOMINATIVE: 0, PSEUDONYMOUS: 1, TALLY: 2 };

/** Whether the first mode tells more about people than the second. */
export const isLooser = (one: AttendanceMode, other: AttendanceMode): boolean =>
  TIGHTNESS[one] < TIGHTNESS[other];

/** The setting in force on a day (YYYY-MM-DD); undefined where nothing was set yet. */
export const settingOn = ({ modes }: Pick<Protection, 'modes'>, day: string): Mode | undefined =>
  standing(modes, day);

/** How attendance of a day is recorded; by name until something else is set. */
export const modeOn = (protection: Pick<Protection, 'modes'>, day: string): AttendanceMode =>
  settingOn(protection, day)?.mode ?? 'NOMINATIVE';
