import { accept, dayOf, refuse, refuseEach, type Decision, type ProblemAt, type Said } from '@benkan/kernel';
import { OVER, type KnownTraining, type Over, type SheetLine, type Signature } from '../training';
import type { Training, TrainingSheetRecorded } from '../training';

/** A line, and whether the registry knows who it is about. */
export type ToldLine = SheetLine & { readonly participantKnown: boolean };
export type RecordSheet = Said<{ readonly trainingId: string; readonly lines: readonly ToldLine[] }>;

export type RecordSheetRefusal = Over | 'sheet-has-problems';
type Problem =
  | 'participant-unknown'
  | 'same-person-twice'
  | 'days-repeat'
  | 'not-a-day-of-this-training'
  | 'day-is-in-the-future'
  | 'differs-from-recorded';
type Mark = Pick<Signature, 'day' | 'status'> & { readonly pointer: string };

const wrong = (pointer: string, code: Problem): ProblemAt => ({ pointer, code });

const marksOf = ({ present, absent }: SheetLine, line: string): readonly Mark[] => [
  ...present.map((day, index) => ({ day, status: 'PRESENT' as const, pointer: `${line}/present/${index}` })),
  ...absent.map((day, index) => ({ day, status: 'ABSENT' as const, pointer: `${line}/absent/${index}` })),
];

type Reading = { readonly training: KnownTraining; readonly today: string };

const wrongMark = (
  { training: { days, sheet }, today }: Reading,
  participantId: string,
  { day, status, pointer }: Mark,
): readonly ProblemAt[] => {
  if (!days.includes(day)) return [wrong(pointer, 'not-a-day-of-this-training')];
  if (day > today) return [wrong(pointer, 'day-is-in-the-future')];
  const recorded = sheet.get(participantId)?.get(day);
  return recorded === undefined || recorded === status ? [] : [wrong(pointer, 'differs-from-recorded')];
};

const wrongLine = (reading: Reading, line: ToldLine, pointer: string): readonly ProblemAt[] => {
  const marks = marksOf(line, pointer);
  const seen = new Set<string>();
  const twice = marks.filter(({ day }) => seen.size === seen.add(day).size);
  return [
    ...(line.participantKnown ? [] : [wrong(`${pointer}/participantId`, 'participant-unknown')]),
    ...twice.map((mark) => wrong(mark.pointer, 'days-repeat')),
    ...marks.flatMap((mark) => wrongMark(reading, line.participantId, mark)),
  ];
};

const wrongLines = (reading: Reading, lines: readonly ToldLine[]): readonly ProblemAt[] => {
  const people = new Set<string>();
  return lines.flatMap((line, index) => {
    const pointer = `/lines/${index}`;
    const again = people.size === people.add(line.participantId).size;
    return [
      ...(again ? [wrong(`${pointer}/participantId`, 'same-person-twice')] : []),
      ...wrongLine(reading, line, pointer),
    ];
  });
};

const newOf = ({ sheet }: KnownTraining, { participantId, present, absent }: SheetLine): SheetLine => {
  const isNew = (day: string) => sheet.get(participantId)?.get(day) === undefined;
  return { participantId, present: present.filter(isNew), absent: absent.filter(isNew) };
};

/** A whole sheet, or nothing of it: every wrong place is told at once. What stands already is not told again. */
export const recordSheet = (
  { data: { trainingId, lines }, at }: RecordSheet,
  training: Training,
): Decision<TrainingSheetRecorded, RecordSheetRefusal> => {
  if (training.status === 'unknown' || training.status === 'cancelled') return refuse(OVER[training.status]);
  const wrongs = wrongLines({ training, today: dayOf(at) }, lines);
  const fresh = lines
    .map((line) => newOf(training, line))
    .filter(({ present, absent }) => present.length + absent.length > 0);
  if (training.status === 'closed' && wrongs.length + fresh.length > 0) return refuse('training-closed');
  if (wrongs.length > 0) return refuseEach('sheet-has-problems', wrongs);
  if (fresh.length === 0) return accept();
  return accept({ type: 'training-sheet-recorded', data: { trainingId, lines: fresh } });
};
