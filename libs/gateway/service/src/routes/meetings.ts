import * as meetings from '@benkan/contracts/meetings';
import { attendanceSheetPrints } from '../documents/attendance-sheet-prints';
import { ask, tell, type Route } from './route';

const meeting = 'v1/meetings/:meetingId';
const ofMeeting = { notFound: 'meeting-unknown' };

/** Ways to the meetings, their calendar, agendas and sheets. */
export const meetingRoutes: readonly Route[] = [
  tell('v1/meetings', meetings.convene, { creates: 'v1/meetings' }),
  ask('v1/meetings', meetings.listMeetings),
  tell('v1/meetings/calendar', meetings.planCalendar),
  ask('v1/meetings/calendar', meetings.getCalendar),
  ask(meeting, meetings.getMeeting),
  tell(`${meeting}/postponements`, meetings.postpone, ofMeeting),
  tell(`${meeting}/cancellation`, meetings.cancel, ofMeeting),
  tell(`${meeting}/holding`, meetings.hold, ofMeeting),
  tell(`${meeting}/agenda`, meetings.setAgenda, ofMeeting),
  tell(`${meeting}/attendance`, meetings.recordAttendance, ofMeeting),
  ask(`${meeting}/attendance`, meetings.getAttendance),
  ask(`${meeting}/attendance-sheet`, meetings.getAttendanceSheet, { prints: attendanceSheetPrints }),
  tell(`${meeting}/attendance/sheet`, meetings.recordAttendanceSheet, ofMeeting),
  tell(`${meeting}/attendance/closing`, meetings.closeAttendanceSheet, ofMeeting),
  tell(`${meeting}/attendance/corrections`, meetings.correctAttendance, ofMeeting),
  tell(`${meeting}/tally`, meetings.recordTally, ofMeeting),
  tell(`${meeting}/voice`, meetings.recordVoice, ofMeeting),
];
