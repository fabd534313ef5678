import { accept, refuse, type Decision, type Said } from '@benkan/kernel';
import type { AttendanceSheetClosed, Meeting } from '../meeting';
import { unheld } from '../record-attendance/record-attendance';

export type CloseAttendanceSheet = Said<{ readonly meetingId: string }>;

export type CloseAttendanceSheetRefusal =
  'meeting-unknown' | 'meeting-not-held' | 'meeting-cancelled' | 'sheet-is-empty';

/** A closed sheet changes by corrections only; one on which nothing is written cannot be closed. */
export const closeAttendanceSheet = (
  { data: { meetingId } }: CloseAttendanceSheet,
  meeting: Meeting,
): Decision<AttendanceSheetClosed, CloseAttendanceSheetRefusal> => {
  if (meeting.status !== 'held') return refuse(unheld(meeting));
  if (meeting.sheet.mode === 'none') return refuse('sheet-is-empty');
  return meeting.closed ? accept() : accept({ type: 'attendance-sheet-closed', data: { meetingId } });
};
