import { accept, dayOf, refuse, type Decision, type Difference, type Said } from '@benkan/kernel';
import { OVER, type KnownTraining, type Over, type SheetLine, type Signature } from '../training';
import type { Training, TrainingSheetRecorded } from '../training';

/** A line, and whether the registry knows who it is about. */
export type ToldLine = SheetLine & { readonly participantKnown: boolean };
export type RecordSheet = Said<{ readonly trainingId: string; readonly lines: readonly ToldLine[] }>;

type Wrong = Difference;
type Mark = Pick<Signature, 'day' | 'status'> & { readonly pointer: string };

const wrong = (field: string, code: string, recorded: string | null = null): Wrong => ({
  field,
  recorded,
  given: code,
});

const marksOf = ({ present, absent }: SheetLine, line: string): readonly Mark[] => [
  ...present.map((day, index) => ({ day, status: 'PRESENT' as const, pointer: `${line}/present/${index}` })),
  ...absent.map((day, index) => ({ day, status: 'ABSENT' as const, pointer: `${line}/absent/${index}` })),
];

type Reading = { readonly training: KnownTraining; readonly today: string };

const wrongMark = (
  { training: { days, sheet }, today }: Reading,
  participantId: string,
  { day, status, pointer }: Mark,
): readonly Wrong[] => {
  if (!days.includes(day)) return [wrong(pointer, 'not-a-day-of-this-training')];
  if (day > today) return [wrong(pointer, 'day-is-in-the-future')];
  const recorded = sheet.get(participantId)?.get(day);
  return recorded === undefined || recorded === status ? [] : [wrong(pointer, status, recorded)];
};

const wrongLine = (reading: Reading, line: ToldLine, pointer: string): readonly Wrong[] => {
  const marks = marksOf(line, pointer);
  const seen = new Set<string>();
  const twice = marks.filter(({ day }) => seen.size === seen.add(day).size);
  return [
    ...(line.participantKnown ? [] : [wrong(`${pointer}/participantId`, 'participant-unknown')]),
    ...twice.map((mark) => wrong(mark.pointer, 'days-repeat')),
    ...marks.flatMap((mark) => wrongMark(reading, line.participantId, mark)),
  ];
};

const wrongLines = (reading: Reading, lines: readonly ToldLine[]): readonly Wrong[] => {
  const people = new Set<string>();
  return lines.flatMap((line, index) => {
    const pointer = `/lines/${index}`;
    const again = people.size === people.add(line.participantId).size;
    return [
      ...(again ? [wrong(`${pointer}/participantId`, 'participant-repeats')] : []),
      ...wrongLine(reading, line, pointer),
    ];
  });
};

const newOf = ({ sheet }: KnownTraining, { participantId, present, absent }: SheetLine): SheetLine => {
  const isNew = (day: string) => sheet.get(participantId)?.get(day) === undefined;
  return { participantId, present: present.filter(isNew), absent: absent.filter(isNew) };
};

/**
 * A whole sheet, or nothing of it: a refusal points at every wrong line. `recorded` is what stands of a day told
 * otherwise, `given` the status told, or else the code of what is wrong. What stands already is not told again.
 */
export const recordSheet = (
  { data: { trainingId, lines }, at }: RecordSheet,
  training: Training,
): Decision<TrainingSheetRecorded, Over | 'lines-refused'> => {
  if (training.status === 'unknown' || training.status === 'cancelled') return refuse(OVER[training.status]);
  const wrongs = wrongLines({ training, today: dayOf(at) }, lines);
  const fresh = lines
    .map((line) => newOf(training, line))
    .filter(({ present, absent }) => present.length + absent.length > 0);
  if (training.status === 'closed' && wrongs.length + fresh.length > 0) return refuse('training-closed');
  if (wrongs.length > 0) return refuse('lines-refused', wrongs);
  if (fresh.length === 0) return accept();
  return accept({ type: 'training-sheet-recorded', data: { trainingId, lines: fresh } });
};
