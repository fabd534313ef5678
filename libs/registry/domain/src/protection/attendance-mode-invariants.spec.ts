import fc from 'fast-check';
import { text } from '../registry.examples';
import { assessRisk } from './assess-risk/assess-risk';
import { isLooser, modeOn } from './attendance-mode';
import { daysAfter } from './days-after';
import { committeeId, saying } from './protection.examples';
import { protection, type Protection } from './protection';
import { setAttendanceMode } from './set-attendance-mode/set-attendance-mode';

const FIRST = '2024-06-01';
const DAYS = 40;
const days = Array.from({ length: DAYS }, (_, index) => daysAfter(FIRST, index));
const by = { actor: 'b'.repeat(64), role: 'protection-officer' };

const aDay = fc.constantFrom(...days);
const aStep = fc.record({
  /** Days that went by since the step before. */
  later: fc.integer({ min: 0, max: 3 }),
  what: fc.oneof(
    fc.record({ kind: fc.constant('assess' as const), on: aDay }),
    fc.record({
      kind: fc.constant('set' as const),
      mode: fc.constantFrom('NOMINATIVE' as const, 'PSEUDONYMOUS' as const, 'TALLY' as const),
      since: aDay,
    }),
  ),
});
type Step = (typeof aStep extends fc.Arbitrary<infer S> ? S : never)['what'];

const decided = (state: Protection, step: Step, today: string) => {
  const at = `${today}T12:00:00.000Z`;
  if (step.kind === 'set')
    return setAttendanceMode(
      saying({ committeeId, mode: step.mode, since: step.since, reason: text('1') }, by, at),
      state,
    );
  const data = { committeeId, level: 'LOW' as const, reasons: text('1'), assessedOn: step.on };
  return assessRisk(saying({ ...data, reviewOn: '2030-01-01' }, by, at), state);
};

describe('whatever is said, in whatever order', () => {
  it('no day that has come is ever recorded more openly than before', () => {
    const loosened = { soon: 0 };
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 25 }), (steps) => {
        let state = protection.initial;
        let elapsed = 0;
        for (const { later, what } of steps) {
          elapsed += later;
          const today = daysAfter(FIRST, elapsed);
          const decision = decided(state, what, today);
          if (decision.kind === 'refused') continue;
          const next = decision.facts.reduce(protection.evolve, state);
          for (const day of days) {
            const isLoosened = isLooser(modeOn(next, day), modeOn(state, day));
            if (day <= today) expect(isLoosened).toBe(false);
            else loosened.soon += Number(isLoosened);
          }
          state = next;
        }
      }),
      { numRuns: 400 },
    );
    // the property would hold of a mode that can never be loosened at all
    expect(loosened.soon).toBeGreaterThan(0);
  });

  it('what it says it has set is in force on that day', () => {
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 15 }), (steps) => {
        let state = protection.initial;
        for (const { what } of steps) {
          const decision = decided(state, what, '2024-06-20');
          if (decision.kind === 'refused') continue;
          state = decision.facts.reduce(protection.evolve, state);
          if (what.kind === 'set') expect(modeOn(state, what.since)).toBe(what.mode);
        }
      }),
    );
  });
});
