import { dayOf, fold, type Decision } from '@benkan/kernel';
import fc from 'fast-check';
import { correctAttendance } from './correct-attendance/correct-attendance';
import { correctTestResults } from './correct-test-results/correct-test-results';
import { plan } from './plan/plan';
import { recordAttendance } from './record-attendance/record-attendance';
import { recordTestResults } from './record-test-results/record-test-results';
import { training, type Results, type Signature, type Training, type TrainingFact } from './training';
import { at, by, ids, planned, text } from './training.examples';

const trainingId = ids.training;
const reason = text('7');
const anyPerson = fc.constantFrom(ids.participant, ids.anotherParticipant);
const anyLine: fc.Arbitrary<Signature> = fc.record({
  participantId: anyPerson,
  day: fc.constantFrom('2024-12-01', '2024-12-02', '2024-12-03'),
  status: fc.constantFrom<Signature['status']>('PRESENT', 'ABSENT'),
});
const anyScore = fc.option(fc.integer({ min: 0, max: 30 }));
const anyResults: fc.Arbitrary<Results> = fc.record({
  participantId: anyPerson,
  pre: anyScore,
  post: anyScore,
  max: fc.constantFrom(10, 20),
});

type Saying = (state: Training) => Decision<TrainingFact>;
const anySaying: fc.Arbitrary<Saying> = fc.oneof(
  anyLine.map(
    (line) => (state: Training) =>
      recordAttendance({ data: { trainingId, ...line, participantKnown: true }, at, by }, state),
  ),
  anyLine.map(
    (line) => (state: Training) =>
      correctAttendance({ data: { trainingId, ...line, reason, participantKnown: true }, at, by }, state),
  ),
  anyResults.map(
    (given) => (state: Training) => recordTestResults({ data: { trainingId, ...given }, at, by }, state),
  ),
  anyResults.map(
    (given) => (state: Training) =>
      correctTestResults({ data: { trainingId, ...given, reason }, at, by }, state),
  ),
);
const histories = fc.array(anySaying, { maxLength: 40 }).map((sayings) =>
  sayings.reduce<readonly TrainingFact[]>(
    (facts, say) => {
      const decision = say(fold(training, facts));
      return decision.kind === 'accepted' ? [...facts, ...decision.facts] : facts;
    },
    [planned],
  ),
);
const ofType = <Type extends TrainingFact['type']>(facts: readonly TrainingFact[], type: Type) =>
  facts.filter((fact): fact is Extract<TrainingFact, { type: Type }> => fact.type === type);

describe('whatever is said of a training', () => {
  it('is never two lines for one participant and day', () =>
    fc.assert(
      fc.property(histories, (facts) => {
        const lines = ofType(facts, 'training-attendance-recorded').map(
          ({ data }) => `${data.participantId} ${data.day}`,
        );
        expect(new Set(lines).size).toBe(lines.length);
      }),
    ));
  it('is signed on days of the training that have come', () =>
    fc.assert(
      fc.property(histories, (facts) => {
        const days = ofType(facts, 'training-attendance-recorded').map(({ data }) => data.day);
        expect(days.filter((day) => !planned.data.days.includes(day) || day > dayOf(at))).toEqual([]);
      }),
    ));
  it('is tested for who is on the sheet, once, never above the maximum', () =>
    fc.assert(
      fc.property(histories, (facts) => {
        const recorded = ofType(facts, 'test-results-recorded').map(({ data }) => data);
        const people = recorded.map(({ participantId }) => participantId);
        expect(new Set(people).size).toBe(people.length);
        const state = fold(training, facts);
        if (state.status === 'planned')
          expect(people.filter((person) => !state.sheet.has(person))).toEqual([]);
        const scored = [...recorded, ...ofType(facts, 'test-results-corrected').map(({ data }) => data)];
        expect(scored.filter(({ pre, post, max }) => Math.max(pre ?? 0, post ?? 0) > max)).toEqual([]);
      }),
    ));
  it('is planned over days that are each told once and ascend', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('2024-12-01', '2024-12-02', '2024-12-03')), (days) => {
        const decision = plan({ data: { ...planned.data, days, unitKnown: true }, at, by }, training.initial);
        if (decision.kind === 'refused') {
          expect(new Set(days).size).toBeLessThan(days.length);
          return;
        }
        expect(decision.facts[0]?.data.days).toEqual([...new Set(days)].sort());
      }),
    ));
});
