import { refuse, type Decision, type Said } from '@benkan/kernel';
import { written, type GivenLine, type LineFact, type LineRefusal } from '../line';
import type { HeldMeeting, Meeting } from '../meeting';

/** How attendance of the day it was held is recorded, as its committee is protected. */
export type AttendanceMode = 'NOMINATIVE' | 'PSEUDONYMOUS' | 'TALLY';

export type RecordAttendance = Said<
  GivenLine & { readonly meetingId: string; readonly attendanceMode: AttendanceMode }
>;

export type NotNominative =
  | 'meeting-unknown'
  | 'meeting-not-held'
  | 'meeting-cancelled'
  | 'attendance-is-a-tally'
  | 'attendance-mode-is-tally';
export type RecordAttendanceRefusal = NotNominative | LineRefusal;

/** Why a meeting that was not held takes no attendance. */
export const unheld = ({ status }: Exclude<Meeting, HeldMeeting>) => {
  if (status === 'unknown') return 'meeting-unknown';
  return status === 'cancelled' ? 'meeting-cancelled' : 'meeting-not-held';
};

/** Why a meeting takes no line of a person at all; undefined when it does. */
export const notNominative = (meeting: Meeting, mode: AttendanceMode): NotNominative | undefined => {
  if (meeting.status !== 'held') return unheld(meeting);
  if (meeting.sheet.mode === 'tally') return 'attendance-is-a-tally';
  return mode === 'TALLY' ? 'attendance-mode-is-tally' : undefined;
};

/** One line a person; a tally, taken or prescribed, forbids names; what is written changes only by a correction. */
export const recordAttendance = (
  { data: { attendanceMode, meetingId: _, ...line } }: RecordAttendance,
  meeting: Meeting,
): Decision<LineFact, RecordAttendanceRefusal> => {
  const no = notNominative(meeting, attendanceMode);
  if (no !== undefined) return refuse(no);
  return meeting.status === 'held' ? written(meeting, line) : refuse('meeting-not-held');
};
