import type { DataOf } from '../heard-event';
import { on, onMany, type About, type Telling } from './rule';

const firstOf = (days: readonly string[]): string | null => [...days].sort()[0] ?? null;

const attendance = ({
  trainingId,
  participantId,
  day,
  status,
}: DataOf<'training-attendance-recorded'>): Telling => ({
  fact: { kind: 'training-attendance', trainingId, participantId, day, status },
  occurredOn: day,
});

const results = ({
  trainingId,
  participantId,
  pre,
  post,
  max,
}: DataOf<'test-results-recorded'>): Telling => ({
  fact: { kind: 'test-results', trainingId, participantId, pre, post, max },
  occurredOn: null,
});

const ofDay = ({ trainingId, participantId, day }: DataOf<'training-attendance-recorded'>) =>
  ['training-attendance', trainingId, participantId, day] as const;

const ofPerson = ({ trainingId, participantId }: DataOf<'test-results-recorded'>) =>
  ['test-results', trainingId, participantId] as const;

type Sheet = DataOf<'training-sheet-recorded'>;

const ofSheet = ({ trainingId, lines }: Sheet): readonly About[] =>
  lines.flatMap(({ participantId, present, absent }) =>
    [...present, ...absent].map((day) => ofDay({ trainingId, participantId, day, status: 'PRESENT' })),
  );

const markOfSheet = ({ trainingId, lines }: Sheet, [, , participantId, day = '']: About) => {
  const line = lines.find((one) => one.participantId === participantId);
  if (line === undefined) return undefined;
  const status = line.present.includes(day) ? 'PRESENT' : 'ABSENT';
  return attendance({ trainingId, participantId: line.participantId, day, status });
};

/** Trainings, days attended and test results; a correction tells the whole record again. */
export const fromTraining = [
  on('training-planned', {
    about: ({ trainingId }) => ['training', trainingId],
    tell: ({ trainingId, unitId, days, themes }) => ({
      fact: { kind: 'training', trainingId, unitId, days, themes },
      occurredOn: firstOf(days),
    }),
  }),
  on('training-postponed', {
    about: ({ trainingId }) => ['training', trainingId],
    tell: ({ days }, before) =>
      before?.kind === 'training' ? { fact: { ...before, days }, occurredOn: firstOf(days) } : undefined,
  }),
  onMany('training-sheet-recorded', {
    about: ofSheet,
    tell: (sheet, _before, about) => markOfSheet(sheet, about),
  }),
  on('training-attendance-recorded', { about: ofDay, tell: attendance }),
  on('training-attendance-corrected', { about: ofDay, tell: attendance }),
  on('test-results-recorded', { about: ofPerson, tell: results }),
  on('test-results-corrected', { about: ofPerson, tell: results }),
] as const;
