import { accept, differences, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import type { AttendanceCorrected, Line, Meeting } from '../meeting';

export type CorrectAttendance = Said<Line & { readonly meetingId: string; readonly reason: SealedText }>;

export type CorrectAttendanceRefusal = 'meeting-unknown' | 'attendance-not-recorded';

const lineOf = (meeting: Meeting, participantId: string): Line | undefined =>
  meeting.status === 'held' && meeting.sheet.mode === 'nominative'
    ? meeting.sheet.lines.get(participantId)
    : undefined;

/** What is written changes only here, with the reason; what is equal stays as it is. */
export const correctAttendance = (
  { data: { meetingId, participantId, quality, status, reason } }: CorrectAttendance,
  meeting: Meeting,
): Decision<AttendanceCorrected, CorrectAttendanceRefusal> => {
  if (meeting.status === 'unknown') return refuse('meeting-unknown');
  const recorded = lineOf(meeting, participantId);
  if (recorded === undefined) return refuse('attendance-not-recorded');
  const line = { participantId, quality, status };
  if (differences(recorded, line).length === 0) return accept();
  return accept({ type: 'attendance-corrected', data: { meetingId, ...line, reason } });
};
