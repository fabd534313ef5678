import * as fc from 'fast-check';
import {
  asked,
  attended,
  committee,
  held,
  mali,
  participant,
  recommended,
  tested,
  training,
} from './facts.examples';
import type { AnalyticsFact } from './facts';
import type { Indicator } from './figure';
import { indicators, type Figure } from './indicators';

const communes = ['ml0901', 'ml0902', 'ml0101'];
const days = ['2024-10-31', '2024-11-01', '2024-12-02', '2024-12-03', '2025-01-31', '2025-02-01'];
const commune = fc.constantFrom(...communes);
const day = fc.constantFrom(...days);
const person = fc.nat(9).map((index) => `p${index}`);
const score = fc.option(fc.nat(40).map((half) => half / 2));

const people = fc
  .tuple(
    ...Array.from({ length: 10 }, () =>
      fc.record({
        sex: fc.constantFrom('F' as const, 'M' as const, 'NR' as const),
        ageBand: fc.constantFrom('15-17' as const, '25-29' as const, '60+' as const, 'NR' as const),
        structureKind: fc.constantFrom('POLICE', 'ONG', 'PROTECTION_CIVILE'),
      }),
    ),
  )
  .map((traits) => traits.map((more, index) => participant(`p${index}`, more)));

const trainings = communes.map((id) => training(`training of ${id}`, id, '2024-12-02', '2024-12-03'));
const sessions = fc.uniqueArray(fc.tuple(commune, person, day), {
  selector: (parts) => parts.join(),
  maxLength: 40,
});
const papers = fc.uniqueArray(fc.tuple(commune, person, score, score), {
  selector: ([id, who]) => `${id} ${who}`,
  maxLength: 20,
});
const meetings = fc.array(fc.tuple(commune, day), { maxLength: 12 });

const world = fc
  .tuple(people, sessions, papers, meetings)
  .map(([known, present, results, met]): AnalyticsFact[] => [
    ...[...mali, ...known, ...trainings, ...communes.map((id) => committee(id))],
    ...present.map(([id, who, on]) => attended(`training of ${id}`, who, on)),
    ...results.map(([id, who, pre, post]) => tested(`training of ${id}`, who, pre, post)),
    ...met.map(([id, on]) => held(id, on)),
    ...met.map(([id, on], index) => recommended(`r${index}`, id, { issuedOn: on, dueOn: on })),
  ]);

const shuffledWorld = world.chain((facts) =>
  fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
);

const at = (figures: readonly Figure[], code: Indicator, level: string) =>
  figures.filter((figure) => figure.code === code && figure.territory.level === level);
const sum = (figures: readonly Figure[], of: (figure: Figure) => number | null) =>
  figures.reduce((total, figure) => total + (of(figure) ?? 0), 0);

const PEOPLE = ['IND-03', 'IND-04', 'IND-05', 'IND-06'] as const;
const ADDED = ['IND-01', 'IND-02', 'IND-12', 'IND-14'] as const;

describe('figures of any set of facts', () => {
  const always = (check: (facts: AnalyticsFact[]) => void) =>
    fc.assert(fc.property(world, check), { numRuns: 40 });

  it('say the same whatever the order of the facts', () =>
    fc.assert(
      fc.property(shuffledWorld, ([facts, shuffled]) => {
        expect(indicators(shuffled, asked)).toEqual(indicators(facts, asked));
      }),
      { numRuns: 40 },
    ));

  it('count no more people in the country than in its communes together', () =>
    always((facts) => {
      const figures = indicators(facts, asked);
      for (const code of PEOPLE) {
        const [country] = at(figures, code, 'COUNTRY');
        const below = at(figures, code, 'COMMUNE');
        expect(country?.numerator).toBeLessThanOrEqual(sum(below, ({ numerator }) => numerator));
        expect(country?.numerator).toBeGreaterThanOrEqual(
          Math.max(...below.map(({ numerator }) => numerator)),
        );
      }
    }));

  it('add up over communes where nobody is counted', () =>
    always((facts) => {
      const figures = indicators(facts, asked);
      for (const code of ADDED)
        for (const term of ['numerator', 'denominator'] as const)
          expect(sum(at(figures, code, 'COUNTRY'), (figure) => figure[term])).toBe(
            sum(at(figures, code, 'COMMUNE'), (figure) => figure[term]),
          );
    }));

  it('never let those who did not say leave the denominator', () =>
    always((facts) => {
      const figures = indicators(facts, asked);
      for (const code of ['IND-04', 'IND-05', 'IND-06'] as const)
        for (const figure of figures.filter((one) => one.code === code)) {
          const trained = figures.find(
            (one) => one.code === 'IND-03' && one.territory.id === figure.territory.id,
          );
          expect(figure.denominator).toBe(trained?.numerator);
          expect(figure.numerator + figure.notReported).toBeLessThanOrEqual(figure.denominator ?? 0);
        }
    }));

  it('give a share between nothing and all, or none', () =>
    always((facts) => {
      for (const { unit, value, denominator } of indicators(facts, asked))
        if (unit === 'share') {
          expect(value === null).toBe(denominator === 0);
          expect(value ?? 0).toBeGreaterThanOrEqual(0);
          expect(value ?? 0).toBeLessThanOrEqual(1);
        }
    }));
});
