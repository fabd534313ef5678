import { accept, dayOf, fold, type Acceptance, type Decision, type Fact, type Fold } from '@benkan/kernel';
import fc from 'fast-check';
import { at, text } from '../meeting.examples';
import { claimImplementation } from './claim-implementation/claim-implementation';
import { recommendation, type Recommendation, type RecommendationFact } from './recommendation';
import { issued, recommendationId } from './recommendation.examples';
import { reportProgress } from './report-progress/report-progress';
import type { Role } from './step';
import { verifyImplementation } from './verify-implementation/verify-implementation';

/** Says one command to a state; specs of a sequence fold what each accepts. */
type Saying<State, F extends Fact> = (state: State) => Decision<F>;

const history = <State, F extends Fact>(
  aggregate: Fold<State, F>,
  start: readonly F[],
  sayings: readonly Saying<State, F>[],
): readonly F[] =>
  sayings.reduce<readonly F[]>((facts, say) => {
    const decision = say(fold(aggregate, facts));
    const { facts: said }: Acceptance<F> = decision.kind === 'accepted' ? decision : accept();
    return [...facts, ...said];
  }, start);

const by = { actor: 'a'.repeat(64), role: 'secretary' };
/** Around the installation, the meeting, the claim and today. */
const anyDay = fc.constantFrom(
  '2023-12-06',
  '2023-12-07',
  '2024-11-20',
  '2024-11-21',
  '2024-11-28',
  '2024-12-01',
  '2024-12-02',
);
const anyText = fc.constantFrom('1', '2').map(text);

const ofType = <F extends Fact, Type extends F['type']>(facts: readonly F[], type: Type) =>
  facts.filter((fact): fact is Extract<F, { type: Type }> => fact.type === type);

const anyRole = fc.constantFrom<(Role | null)[]>(null, 'secretary', 'focal-point');
const anyCaller = fc.record({
  actor: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
  role: fc.constantFrom('secretary', 'importer'),
});
const anyStep = fc.record({
  data: fc.record({
    recommendationId: fc.constant(recommendationId),
    on: anyDay,
    evidence: anyText,
    onBehalfOf: anyRole,
  }),
  at: fc.constant(at),
  by: anyCaller,
});

const onRecommendation: fc.Arbitrary<Saying<Recommendation, RecommendationFact>> = fc.oneof(
  fc.tuple(anyDay, fc.option(anyText)).map(
    ([on, note]) =>
      (state: Recommendation) =>
        reportProgress({ data: { recommendationId, on, note, percent: null }, at, by }, state),
  ),
  anyStep.map((step) => (state: Recommendation) => claimImplementation(step, state)),
  anyStep.map((step) => (state: Recommendation) => verifyImplementation(step, state)),
);
const recommendations = fc
  .array(onRecommendation, { maxLength: 60 })
  .map((sayings) => history(recommendation, [issued], sayings));

describe('whatever is said of a recommendation', () => {
  it('is never verified by the one who claimed it', () =>
    fc.assert(
      fc.property(recommendations, (facts) => {
        const [claim] = ofType(facts, 'implementation-claimed').map(({ data }) => data.by);
        for (const { data } of ofType(facts, 'implementation-verified')) {
          expect(data.by).not.toEqual(claim);
          if (data.by.onBehalfOf === null) expect(data.by.actor).not.toBe(claim?.actor);
        }
      }),
    ));
  it('is claimed once and verified once, in that order, on days from the issue to today', () =>
    fc.assert(
      fc.property(recommendations, (facts) => {
        const steps = facts.filter(({ type }) => type.startsWith('implementation-'));
        expect(['implementation-claimed', 'implementation-verified'].slice(0, steps.length)).toEqual(
          steps.map(({ type }) => type),
        );
        const days = steps.map(({ data }) => ('on' in data ? data.on : ''));
        expect(['2024-11-21', ...days, dayOf(at)]).toEqual(['2024-11-21', ...days, dayOf(at)].sort());
      }),
    ));
  it('speaks for others from an import only', () =>
    fc.assert(
      fc.property(anyStep, fc.boolean(), (step, verifies) => {
        fc.pre(step.data.onBehalfOf !== null && step.by.role !== 'importer');
        const state = fold(recommendation, [issued]);
        const decision = verifies ? verifyImplementation(step, state) : claimImplementation(step, state);
        expect(decision).toMatchObject({ code: 'only-an-import-speaks-for-others' });
      }),
    ));
  it('never says the same progress twice', () =>
    fc.assert(
      fc.property(recommendations, (facts) => {
        const told = ofType(facts, 'recommendation-progress-reported').map(({ data }) =>
          JSON.stringify(data),
        );
        expect(new Set(told).size).toBe(told.length);
      }),
    ));
});
