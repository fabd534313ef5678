import type { TrainingEvent } from '../training-event';
import { put, withAttendance, withResults, withSheet, type DataOf } from './records';
import type { TrainingView } from './training-view';

type Later = Exclude<Extract<TrainingEvent, { data: { trainingId: string } }>['type'], 'training-planned'>;

/** What each event moves in the view of a training; `on`: the day it was recorded. */
export type Moves = {
  readonly [Type in Later]: (view: TrainingView, data: DataOf<Type>, on: string) => Partial<TrainingView>;
};

const sign = ({ attendance }: TrainingView, data: DataOf<'training-attendance-recorded'>) => ({
  attendance: withAttendance(attendance, data),
});
const test = ({ results }: TrainingView, data: DataOf<'test-results-recorded'>) => ({
  results: withResults(results, data),
});
const satisfy = (_: TrainingView, { scale, questions }: DataOf<'satisfaction-recorded'>) => ({
  satisfaction: { scale, questions },
});

export const moves: Moves = {
  'training-attendance-recorded': sign,
  'training-attendance-corrected': sign,
  'training-sheet-recorded': ({ attendance }, { lines }) => ({ attendance: withSheet(attendance, lines) }),
  'test-results-recorded': test,
  'test-results-corrected': test,
  'terms-of-reference-set': (_, { trainingId: _of, ...terms }) => ({ terms }),
  'training-session-opened': ({ sessions }, { day, part }) => ({ sessions: [...sessions, { day, part }] }),
  'training-postponed': (_, { days }) => ({ days }),
  'training-cancelled': () => ({ status: 'CANCELLED' }),
  'facilitator-named': ({ facilitators }, { trainingId: _of, ...one }) => ({
    facilitators: put(facilitators, one, ({ facilitatorId }) => facilitatorId === one.facilitatorId),
  }),
  'facilitator-withdrawn': ({ facilitators }, { facilitatorId }) => ({
    facilitators: facilitators.filter((one) => one.facilitatorId !== facilitatorId),
  }),
  'satisfaction-recorded': satisfy,
  'satisfaction-corrected': satisfy,
  'training-closed': (_, { certificateDays }) => ({ status: 'CLOSED', certificateDays }),
  'training-report-written': (_, { trainingId: _of, ...report }) => ({ report }),
  'training-report-filed': (_, { filedOn, fingerprint }) => ({ filed: { filedOn, fingerprint } }),
  'certificates-issued': ({ certificates, codes }, { certificates: issued }, issuedOn) => ({
    certificates: [...certificates, ...issued.map((one) => ({ ...one, issuedOn, withdrawn: false }))],
    codes: [...codes, ...issued.map(({ code }) => code)],
  }),
  'certificate-withdrawn': ({ certificates }, { code }) => ({
    certificates: certificates.map((one) => (one.code === code ? { ...one, withdrawn: true } : one)),
  }),
};
