import { accept, differences, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import type { AttendanceCorrected, AttendanceRepresented, Line, Meeting } from '../meeting';
import { wrongWith } from '../line';

export type CorrectAttendance = Said<Line & { readonly meetingId: string; readonly reason: SealedText }>;

export type CorrectAttendanceRefusal =
  | 'meeting-unknown'
  | 'meeting-cancelled'
  | 'attendance-not-recorded'
  | 'represented-without-a-seat'
  | 'not-represented';

type CorrectionFact = AttendanceCorrected | AttendanceRepresented;

const lineOf = (meeting: Meeting, participantId: string): Line | undefined =>
  meeting.status === 'held' && meeting.sheet.mode === 'nominative'
    ? meeting.sheet.lines.get(participantId)
    : undefined;

const corrections = ({ meetingId, reason, ...line }: CorrectAttendance['data']): CorrectionFact[] => {
  const { participantId, quality, status, representedBy } = line;
  const corrected: CorrectionFact = {
    type: 'attendance-corrected',
    data: { meetingId, participantId, quality, status, reason },
  };
  if (!representedBy) return [corrected];
  return [corrected, { type: 'attendance-represented', data: { meetingId, participantId, representedBy } }];
};

/** What is written changes only here, with the reason, be the sheet open or closed; what is equal stays as it is. */
export const correctAttendance = (
  { data }: CorrectAttendance,
  meeting: Meeting,
): Decision<CorrectionFact, CorrectAttendanceRefusal> => {
  if (meeting.status === 'unknown') return refuse('meeting-unknown');
  if (meeting.status === 'cancelled') return refuse('meeting-cancelled');
  const recorded = lineOf(meeting, data.participantId);
  if (recorded === undefined) return refuse('attendance-not-recorded');
  const { meetingId: _, reason: _reason, ...line } = data;
  const wrong = wrongWith({ ...line, participantKnown: true });
  if (wrong === 'represented-without-a-seat' || wrong === 'not-represented') return refuse(wrong);
  return differences(recorded, { ...line, representedBy: line.representedBy ?? null }).length === 0
    ? accept()
    : accept(...corrections(data));
};
