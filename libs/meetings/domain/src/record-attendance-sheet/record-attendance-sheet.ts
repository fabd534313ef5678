import { accept, refuse, refuseEach, type Decision, type ProblemAt, type Said } from '@benkan/kernel';
import { written, type GivenLine, type LineFact, type LineRefusal } from '../line';
import type { HeldMeeting, Meeting } from '../meeting';
import {
  notNominative,
  type AttendanceMode,
  type NotNominative,
} from '../record-attendance/record-attendance';

/** A person is known by id; a code nobody bears stands for nobody. */
export type SheetLine = Omit<GivenLine, 'participantId'> & { readonly participantId: string | null };

export type RecordAttendanceSheet = Said<{
  readonly meetingId: string;
  readonly attendanceMode: AttendanceMode;
  readonly lines: readonly SheetLine[];
}>;

export type RecordAttendanceSheetRefusal = NotNominative | 'sheet-has-problems';
type Problem = LineRefusal | 'same-person-twice';

const decided = (meeting: HeldMeeting, { participantId, ...line }: SheetLine, seen: ReadonlySet<string>) => {
  if (participantId === null) return refuse<Problem>('participant-unknown');
  if (seen.has(participantId)) return refuse<Problem>('same-person-twice');
  return written(meeting, { participantId, ...line });
};

type Gathered = { readonly facts: readonly LineFact[]; readonly problems: readonly ProblemAt[] };

const gathered = (meeting: HeldMeeting, lines: readonly SheetLine[]): Gathered => {
  const seen = new Set<string>();
  const facts: LineFact[] = [];
  const problems: ProblemAt[] = [];
  for (const [index, line] of lines.entries()) {
    const one = decided(meeting, line, seen);
    if (line.participantId !== null) seen.add(line.participantId);
    if (one.kind === 'accepted') facts.push(...one.facts);
    else problems.push({ pointer: `/lines/${index}`, code: one.code });
  }
  return { facts, problems };
};

/** A whole sheet or nothing: every problem is told at once, and lines already written say nothing new. */
export const recordAttendanceSheet = (
  { data: { attendanceMode, lines } }: RecordAttendanceSheet,
  meeting: Meeting,
): Decision<LineFact, RecordAttendanceSheetRefusal> => {
  const no = notNominative(meeting, attendanceMode);
  if (no !== undefined) return refuse(no);
  if (meeting.status !== 'held') return refuse('meeting-not-held');
  const { facts, problems } = gathered(meeting, lines);
  return problems.length > 0 ? refuseEach('sheet-has-problems', problems) : accept(...facts);
};
