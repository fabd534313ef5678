import { fold, type Decision } from '@benkan/kernel';
import * as domain from '.';
import type { Training, TrainingFact } from './training';
import * as told from './training.examples';

const outcome = (decision: Decision): string => {
  if (decision.kind === 'refused') return decision.code;
  return decision.facts.length === 0 ? 'unchanged' : 'accepted';
};
const keysOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[];

const { planned, bothDays, firstOnly } = told;
const held = [planned, told.sheet(bothDays, firstOnly), told.tested(), told.satisfied] as const;
const trainings = {
  unknown: [],
  planned: [planned],
  held,
  cancelled: [planned, told.cancelled],
  closed: [...held, told.closed()],
  certified: [...held, told.closed(), told.issued(), told.filed()],
} satisfies Record<string, readonly TrainingFact[]>;
type Situation = keyof typeof trainings;

const { reason } = told;
const say = <Data extends object>(data: Data) => told.saying(data, told.afterwards);
const fresh = { participantId: '99999999-9999-5999-8999-999999999999', participantKnown: true };
const commands = {
  plan: (state: Training) => domain.plan(say({ ...planned.data, unitKnown: true }), state),
  'set-terms-of-reference': (state: Training) => domain.setTermsOfReference(say(told.terms), state),
  'name-facilitator': (state: Training) => domain.nameFacilitator(say(told.facilitator), state),
  'withdraw-facilitator': (state: Training) =>
    domain.withdrawFacilitator(say({ facilitatorId: told.facilitator.facilitatorId, reason }), state),
  'open-session': (state: Training) =>
    domain.openSession(say({ day: told.firstDay, part: 'MORNING' }), state),
  postpone: (state: Training) =>
    domain.postpone(say({ days: [told.firstDay, told.secondDay, '2024-12-09'], reason }), state),
  cancel: (state: Training) => domain.cancel(say({ reason }), state),
  'record-sheet': (state: Training) =>
    domain.recordSheet(say({ lines: [{ ...fresh, present: [told.firstDay], absent: [] }] }), state),
  'record-attendance': (state: Training) =>
    domain.recordAttendance(say({ ...fresh, day: told.firstDay, status: 'PRESENT' }), state),
  'correct-attendance': (state: Training) =>
    domain.correctAttendance(say({ ...fresh, day: told.firstDay, status: 'ABSENT', reason }), state),
  'record-test-results': (state: Training) =>
    domain.recordTestResults(say(told.results({ participantId: told.ids.anotherParticipant })), state),
  'correct-test-results': (state: Training) =>
    domain.correctTestResults(say({ ...told.results({ pre: 8 }), reason }), state),
  'record-satisfaction': (state: Training) =>
    domain.recordSatisfaction(say(told.satisfaction(0, 3, 14, 8)), state),
  'correct-satisfaction': (state: Training) =>
    domain.correctSatisfaction(say({ ...told.satisfaction(0, 3, 14, 8), reason }), state),
  'close-training': (state: Training) => domain.closeTraining(say({ certificateDays: null }), state),
  'write-training-report': (state: Training) => domain.writeTrainingReport(say(told.report), state),
  'file-training-report': (state: Training) =>
    domain.fileTrainingReport(
      say({ filedOn: '2024-12-05', fingerprint: 'e'.repeat(64), reason: null }),
      state,
    ),
  'issue-certificates': (state: Training) =>
    domain.issueCertificates(say({ participantIds: null, codeFor: () => told.CODES[1] }), state),
  'withdraw-certificate': (state: Training) =>
    domain.withdrawCertificate(say({ code: told.CODES[0], reason }), state),
};
type Deed = keyof typeof commands;

const SITUATIONS = [
  'unknown',
  'planned',
  'held',
  'cancelled',
  'closed',
  'certified',
] as const satisfies Situation[];
type Answers = readonly [string, string, string, string, string, string];
const ok = 'accepted';
const [unknown, cancelled, closed] = ['training-unknown', 'training-cancelled', 'training-closed'];
const notClosed = 'training-not-closed';

/** One column a situation, in the order above. */
const table: Readonly<Record<Deed, Answers>> = {
  plan: [ok, 'unchanged', 'unchanged', 'unchanged', 'unchanged', 'unchanged'],
  'set-terms-of-reference': [unknown, ok, ok, cancelled, closed, closed],
  'name-facilitator': [unknown, ok, ok, cancelled, closed, closed],
  'withdraw-facilitator': [unknown, 'facilitator-unknown', 'facilitator-unknown', cancelled, closed, closed],
  'open-session': [unknown, ok, ok, cancelled, closed, closed],
  postpone: [unknown, ok, ok, cancelled, closed, closed],
  cancel: [unknown, ok, 'training-has-begun', 'unchanged', closed, closed],
  'record-sheet': [unknown, ok, ok, cancelled, closed, closed],
  'record-attendance': [unknown, ok, ok, cancelled, closed, closed],
  'correct-attendance': [
    unknown,
    'attendance-not-recorded',
    'attendance-not-recorded',
    'attendance-not-recorded',
    ok,
    ok,
  ],
  'record-test-results': [unknown, 'not-a-participant-of-this-training', ok, cancelled, closed, closed],
  'correct-test-results': [unknown, 'results-not-recorded', ok, 'results-not-recorded', ok, ok],
  'record-satisfaction': [
    unknown,
    ok,
    'differs-from-recorded',
    cancelled,
    'differs-from-recorded',
    'differs-from-recorded',
  ],
  'correct-satisfaction': [unknown, 'satisfaction-not-recorded', ok, 'satisfaction-not-recorded', ok, ok],
  'close-training': [unknown, 'attendance-missing', ok, cancelled, 'unchanged', 'unchanged'],
  'write-training-report': [unknown, ok, ok, cancelled, ok, ok],
  'file-training-report': [unknown, notClosed, notClosed, cancelled, ok, 'reason-missing'],
  'issue-certificates': [unknown, notClosed, notClosed, cancelled, ok, 'unchanged'],
  'withdraw-certificate': [
    unknown,
    'certificate-unknown',
    'certificate-unknown',
    'certificate-unknown',
    'certificate-unknown',
    ok,
  ],
};

describe('every situation of a training answers every command', () => {
  const pairs = SITUATIONS.flatMap((situation, index) =>
    keysOf(commands).map((command) => ({ situation, command, answer: table[command][index] })),
  );
  it.each(pairs)('$situation: $command → $answer', ({ situation, command, answer }) =>
    expect(outcome(commands[command](fold(domain.training, trainings[situation])))).toBe(answer),
  );
});
