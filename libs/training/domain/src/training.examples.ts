import type {
  Results,
  Signature,
  TestResultsRecorded,
  TrainingAttendanceRecorded,
  TrainingPlanned,
} from './training';

/** Facts and callers the specs of a training speak about. */
export const ids = {
  training: '11111111-1111-5111-8111-111111111111',
  unit: '22222222-2222-5222-8222-222222222222',
  participant: '33333333-3333-5333-8333-333333333333',
  anotherParticipant: '44444444-4444-5444-8444-444444444444',
} as const;
export const at = '2024-12-02T18:00:00.000Z';
export const by = { actor: 'a'.repeat(64), role: 'trainer' };
export const text = (seed: string) => ({ textRef: ids.unit, digest: seed.repeat(64).slice(0, 64) });
export const firstDay = '2024-12-02';
export const secondDay = '2024-12-03';

export const planned: TrainingPlanned = {
  type: 'training-planned',
  data: {
    trainingId: ids.training,
    unitId: ids.unit,
    days: [firstDay, secondDay],
    themes: ['EVALUATION_SECURITAIRE', 'GOUVERNANCE_PARTICIPATIVE'],
    group: 1,
    title: null,
  },
};
export const signature = (given: Partial<Signature> = {}): Signature => ({
  participantId: ids.participant,
  day: firstDay,
  status: 'PRESENT',
  ...given,
});
export const signed = (given: Partial<Signature> = {}): TrainingAttendanceRecorded => ({
  type: 'training-attendance-recorded',
  data: { trainingId: ids.training, ...signature(given) },
});
export const results = (given: Partial<Results> = {}): Results => ({
  participantId: ids.participant,
  pre: 7,
  post: 13,
  max: 20,
  ...given,
});
export const tested = (given: Partial<Results> = {}): TestResultsRecorded => ({
  type: 'test-results-recorded',
  data: { trainingId: ids.training, ...results(given) },
});
