import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { AttendanceRecorded, Line, Meeting, Sheet } from '../meeting';

export type RecordAttendance = Said<
  Line & {
    readonly meetingId: string;
    /** Whether the registry knows the participant. */
    readonly participantKnown: boolean;
    /** How attendance of the day it was held is recorded, as its committee is protected. */
    readonly attendanceMode: 'NOMINATIVE' | 'PSEUDONYMOUS' | 'TALLY';
  }
>;

export type RecordAttendanceRefusal =
  | 'meeting-unknown'
  | 'meeting-not-held'
  | 'participant-unknown'
  | 'attendance-is-a-tally'
  | 'attendance-mode-is-tally'
  | 'differs-from-recorded';

/** One line a person; a tally, taken or prescribed, forbids names; what is written changes only by a correction. */
export const recordAttendance = (
  { data: { participantKnown, attendanceMode, ...line } }: RecordAttendance,
  meeting: Meeting,
): Decision<AttendanceRecorded, RecordAttendanceRefusal> => {
  if (meeting.status === 'unknown') return refuse('meeting-unknown');
  if (meeting.status === 'convened') return refuse('meeting-not-held');
  if (meeting.sheet.mode === 'tally') return refuse('attendance-is-a-tally');
  if (attendanceMode === 'TALLY') return refuse('attendance-mode-is-tally');
  if (!participantKnown) return refuse('participant-unknown');
  return written(meeting.sheet, line);
};

const written = (
  sheet: Exclude<Sheet, { readonly mode: 'tally' }>,
  line: AttendanceRecorded['data'],
): Decision<AttendanceRecorded, 'differs-from-recorded'> => {
  const recorded = sheet.mode === 'nominative' ? sheet.lines.get(line.participantId) : undefined;
  if (recorded === undefined) return accept({ type: 'attendance-recorded', data: line });
  const { meetingId: _, ...given } = line;
  const differing = differences(recorded, given);
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};
