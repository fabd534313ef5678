import type {
  CertificatesIssued,
  CertificateWithdrawn,
  FacilitatorNamed,
  FacilitatorWithdrawn,
  Results,
  Satisfaction,
  SatisfactionRecorded,
  Session,
  SheetLine,
  Signature,
  TermsOfReferenceSet,
  TestResultsRecorded,
  TrainingAttendanceRecorded,
  TrainingCancelled,
  TrainingClosed,
  TrainingPlanned,
  TrainingPostponed,
  TrainingReportFiled,
  TrainingReportWritten,
  TrainingSessionOpened,
  TrainingSheetRecorded,
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

const trainingId = ids.training;
export const reason = text('7');
/** A command of this training, said at the usual instant. */
export const saying = <Data extends object>(data: Data, instant = at) => ({
  data: { trainingId, ...data },
  at: instant,
  by,
});
/** An instant after the last day. */
export const afterwards = '2024-12-05T09:00:00.000Z';

export const terms = {
  ...{ context: text('1'), objectives: text('2'), expectedResults: null, methodology: null },
  ...{ participants: null, datesAndPlace: null, budget: null, agenda: text('3') },
};
export const termsSet: TermsOfReferenceSet = {
  type: 'terms-of-reference-set',
  data: { trainingId, ...terms },
};
export const opened = (part: Session['part'], day = firstDay): TrainingSessionOpened => ({
  type: 'training-session-opened',
  data: { trainingId, day, part },
});
export const postponed = (...days: string[]): TrainingPostponed => ({
  type: 'training-postponed',
  data: { trainingId, days, reason },
});
export const cancelled: TrainingCancelled = { type: 'training-cancelled', data: { trainingId, reason } };
export const facilitator = {
  ...{ facilitatorId: '55555555-5555-5555-8555-555555555555', name: text('4') },
  organisation: text('5'),
};
export const named: FacilitatorNamed = { type: 'facilitator-named', data: { trainingId, ...facilitator } };
export const facilitatorWithdrawn: FacilitatorWithdrawn = {
  type: 'facilitator-withdrawn',
  data: { trainingId, facilitatorId: facilitator.facilitatorId, reason },
};
export const sheet = (...lines: SheetLine[]): TrainingSheetRecorded => ({
  type: 'training-sheet-recorded',
  data: { trainingId, lines },
});
export const bothDays: SheetLine = {
  participantId: ids.participant,
  present: [firstDay, secondDay],
  absent: [],
};
export const firstOnly: SheetLine = {
  participantId: ids.anotherParticipant,
  present: [firstDay],
  absent: [secondDay],
};
export const satisfaction = (...counts: number[]): Satisfaction => ({
  scale: 4,
  questions: [{ question: 'OVERALL', counts }],
});
export const satisfied: SatisfactionRecorded = {
  type: 'satisfaction-recorded',
  data: { trainingId, ...satisfaction(1, 2, 14, 8) },
};
export const closed = (certificateDays = 2): TrainingClosed => ({
  type: 'training-closed',
  data: { trainingId, certificateDays },
});
export const report = {
  ...{ context: null, generalObjective: text('1'), specificObjectives: null },
  ...{ course: text('2'), recommendations: null, annexes: null },
};
export const written: TrainingReportWritten = {
  type: 'training-report-written',
  data: { trainingId, ...report },
};
export const filed = (fingerprint = 'f'.repeat(64)): TrainingReportFiled => ({
  type: 'training-report-filed',
  data: { trainingId, filedOn: '2024-12-04', fingerprint, reason: null },
});
export const CODES = ['4TQ8-ZK2M-9W7C-X3HB', '7C0F-M3N5-8R2D-WQ6T'] as const;
export const issued = (
  participantId: string = ids.participant,
  code: string = CODES[0],
): CertificatesIssued => ({
  type: 'certificates-issued',
  data: { trainingId, certificates: [{ participantId, code }] },
});
export const certificateWithdrawn: CertificateWithdrawn = {
  type: 'certificate-withdrawn',
  data: { trainingId, participantId: ids.participant, code: CODES[0], reason },
};
/** Held on both days and closed: one participant was there twice, the other once. */
export const over = [planned, sheet(bothDays, firstOnly), closed()] as const;
