import { fold, type Decision } from '@benkan/kernel';
import { correctAttendance } from './correct-attendance/correct-attendance';
import { correctTestResults } from './correct-test-results/correct-test-results';
import { plan } from './plan/plan';
import { recordAttendance } from './record-attendance/record-attendance';
import { recordTestResults } from './record-test-results/record-test-results';
import { training, type Training, type TrainingFact } from './training';
import { at, by, planned, signed, tested, text } from './training.examples';

const outcome = (decision: Decision): string => {
  if (decision.kind === 'refused') return decision.code;
  return decision.facts.length === 0 ? 'unchanged' : 'accepted';
};
const keysOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[];

const trainings = {
  unknown: [],
  planned: [planned],
  signed: [planned, signed()],
  tested: [planned, signed(), tested()],
} satisfies Record<string, readonly TrainingFact[]>;

const reason = text('7');
const commands = {
  plan: (state: Training) => plan({ data: { ...planned.data, unitKnown: true }, at, by }, state),
  'record-attendance': (state: Training) =>
    recordAttendance({ data: { ...signed().data, participantKnown: true }, at, by }, state),
  'correct-attendance': (state: Training) =>
    correctAttendance({ data: { ...signed({ status: 'ABSENT' }).data, reason }, at, by }, state),
  'record-test-results': (state: Training) => recordTestResults({ data: tested().data, at, by }, state),
  'correct-test-results': (state: Training) =>
    correctTestResults({ data: { ...tested({ pre: 8 }).data, reason }, at, by }, state),
};

const table: Record<keyof typeof trainings, Record<keyof typeof commands, string>> = {
  unknown: {
    plan: 'accepted',
    'record-attendance': 'training-unknown',
    'correct-attendance': 'training-unknown',
    'record-test-results': 'training-unknown',
    'correct-test-results': 'training-unknown',
  },
  planned: {
    plan: 'unchanged',
    'record-attendance': 'accepted',
    'correct-attendance': 'attendance-not-recorded',
    'record-test-results': 'not-a-participant-of-this-training',
    'correct-test-results': 'results-not-recorded',
  },
  signed: {
    plan: 'unchanged',
    'record-attendance': 'unchanged',
    'correct-attendance': 'accepted',
    'record-test-results': 'accepted',
    'correct-test-results': 'results-not-recorded',
  },
  tested: {
    plan: 'unchanged',
    'record-attendance': 'unchanged',
    'correct-attendance': 'accepted',
    'record-test-results': 'unchanged',
    'correct-test-results': 'accepted',
  },
};

describe('every situation of a training answers every command', () => {
  const pairs = keysOf(trainings).flatMap((state) =>
    keysOf(commands).map((command) => ({ state, command, answer: table[state][command] })),
  );
  it.each(pairs)('$state: $command → $answer', ({ state, command, answer }) =>
    expect(outcome(commands[command](fold(training, trainings[state])))).toBe(answer),
  );
});
