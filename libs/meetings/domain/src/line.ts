import { accept, differences, refuse, type Decision } from '@benkan/kernel';
import type { AttendanceRecorded, AttendanceRepresented, HeldMeeting, Line } from './meeting';

export type LineFact = AttendanceRecorded | AttendanceRepresented;
export type LineRefusal =
  | 'participant-unknown'
  | 'attendance-sheet-closed'
  | 'represented-without-a-seat'
  | 'not-represented'
  | 'differs-from-recorded';

/** A line as somebody gives it, and whether the registry knows whom it names. */
export type GivenLine = Line & { readonly participantKnown: boolean };

const onSeat = ({ quality }: Line): boolean => quality === 'MEMBER' || quality === 'ALTERNATE';

/** What is wrong with a line by itself; undefined when nothing is. */
export const wrongWith = (line: GivenLine): LineRefusal | undefined => {
  if (!line.participantKnown) return 'participant-unknown';
  if (line.status === 'REPRESENTED' && !onSeat(line)) return 'represented-without-a-seat';
  return line.representedBy && line.status !== 'REPRESENTED' ? 'not-represented' : undefined;
};

const factsOf = (
  meetingId: string,
  { participantId, quality, status, representedBy }: Line,
): readonly LineFact[] => [
  { type: 'attendance-recorded', data: { meetingId, participantId, quality, status } },
  ...(representedBy
    ? [{ type: 'attendance-represented', data: { meetingId, participantId, representedBy } } as const]
    : []),
];

/** One line a person; the same again says nothing new; a closed sheet takes no other. */
export const written = (
  { held: { meetingId }, sheet, closed }: HeldMeeting,
  given: GivenLine,
): Decision<LineFact, LineRefusal> => {
  const wrong = wrongWith(given);
  if (wrong !== undefined) return refuse(wrong);
  const { participantKnown: _, ...line } = given;
  const recorded = sheet.mode === 'nominative' ? sheet.lines.get(line.participantId) : undefined;
  const differing = recorded === undefined ? [] : differences(recorded, line);
  if (recorded !== undefined && differing.length === 0) return accept();
  if (closed) return refuse('attendance-sheet-closed');
  if (recorded !== undefined) return refuse('differs-from-recorded', differing);
  return accept(...factsOf(meetingId, line));
};
