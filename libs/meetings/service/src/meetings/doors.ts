import { setAgendaDoor } from '../agenda/set-agenda';
import { closeAttendanceSheetDoor } from '../attendance/close-attendance-sheet';
import { getAttendanceSheetDoor } from '../attendance/attendance-sheet';
import { correctAttendanceDoor } from '../attendance/correct-attendance';
import { getOfflineRollDoor } from '../attendance/offline-roll';
import { recordAttendanceDoor } from '../attendance/record-attendance';
import { recordAttendanceSheetDoor } from '../attendance/record-attendance-sheet';
import { recordTallyDoor } from '../attendance/record-tally';
import { recordVoiceDoor } from '../attendance/record-voice';
import { getCalendarDoor } from '../calendar/get-calendar';
import { planCalendarDoor } from '../calendar/plan-calendar';
import type { MeetingsContext } from '../context';
import { conveneDoor } from './convene';
import { holdDoor } from './hold';
import { cancelDoor, postponeDoor } from './life';
import { getAttendanceDoor, getMeetingDoor, listMeetingsDoor } from './queries';

/** Everything that is said and asked of meetings, their agenda and their sheets. */
export const meetingDoors = (context: MeetingsContext) => [
  conveneDoor(context),
  postponeDoor(context),
  cancelDoor(context),
  holdDoor(context),
  setAgendaDoor(context),
  recordAttendanceDoor(context),
  recordAttendanceSheetDoor(context),
  closeAttendanceSheetDoor(context),
  correctAttendanceDoor(context),
  recordTallyDoor(context),
  recordVoiceDoor(context),
  planCalendarDoor(context),
  getCalendarDoor(context),
  listMeetingsDoor(context),
  getMeetingDoor(context),
  getAttendanceDoor(context),
  getAttendanceSheetDoor(context),
  getOfflineRollDoor(context),
];
