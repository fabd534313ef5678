import { AGE_BANDS, isFsi, SEXES, STRUCTURE_KINDS } from '@benkan/contracts';
import type { TrainingView } from '@benkan/training-read-model';
import { testSummary } from '@benkan/training-domain';
import type { Traits } from './people';

type Known = ReadonlyMap<string, Traits>;
type Person = Traits | undefined;

/** 15 to 35 years: the State and the African Youth Charter. */
const YOUNG: readonly Traits['ageBand'][] = ['15-17', '18-24', '25-29', '30-35'];

const isWoman = (one: Person): boolean => one?.sex === 'F';
const isYoung = (one: Person): boolean => one !== undefined && YOUNG.includes(one.ageBand);
const isIsf = (one: Person): boolean => one !== undefined && isFsi(one.structureKind);

const numberOf = (people: readonly Person[], counts: (one: Person) => boolean): number =>
  people.filter(counts).length;

const overlapping = (people: readonly Person[]) => ({
  isf: numberOf(people, isIsf),
  women: numberOf(people, isWoman),
  youth: numberOf(people, isYoung),
});

const countedBy = <const Key extends string>(keys: readonly Key[], of: readonly Key[]) =>
  keys.map((key) => ({ key, count: of.filter((one) => one === key).length }));

const bandsOf = (people: readonly Person[]) =>
  AGE_BANDS.map((band) => {
    const sexes = people.filter((one) => (one?.ageBand ?? 'NR') === band).map((one) => one?.sex ?? 'NR');
    const of = (sex: (typeof SEXES)[number]) => sexes.filter((one) => one === sex).length;
    return { band, women: of('F'), men: of('M'), notReported: of('NR') };
  });

/** Who took part, by sex, age band and structure; of whom the registry knows nothing, nothing is reported. */
export const participantsOf = (
  { days }: Pick<TrainingView, 'days'>,
  present: ReadonlyMap<string, number>,
  known: Known,
) => {
  const people = [...present.keys()].map((id) => known.get(id));
  return {
    total: people.length,
    completed: [...present.values()].filter((count) => count === days.length).length,
    ...overlapping(people),
    bands: bandsOf(people),
    bySex: countedBy(
      SEXES,
      people.map((one) => one?.sex ?? 'NR'),
    ),
    byAgeBand: countedBy(
      AGE_BANDS,
      people.map((one) => one?.ageBand ?? 'NR'),
    ),
    byStructure: countedBy(
      STRUCTURE_KINDS,
      people.flatMap((one) => one?.structureKind ?? []),
    ),
  };
};

/** Who was there on each day. */
export const attendanceByDay = ({ days, attendance }: TrainingView, known: Known) =>
  days.map((day) => {
    const there = attendance.filter((line) => line.day === day && line.status === 'PRESENT');
    const people = there.map(({ participantId }) => known.get(participantId));
    return { day, present: there.length, ...overlapping(people) };
  });

type Pair = { readonly before: number; readonly after: number };

const meanOf = (pairs: readonly Pair[], side: keyof Pair): number | null =>
  pairs.length === 0 ? null : pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;

/** The papers of those who handed in both, as shares of the points a test has. */
export const testsOf = ({ results }: Pick<TrainingView, 'results'>) => {
  const pairs = results.flatMap(({ pre, post, max }) =>
    pre === null || post === null ? [] : [{ before: pre / max, after: post / max }],
  );
  return {
    ...testSummary(results),
    meanBefore: meanOf(pairs, 'before'),
    meanAfter: meanOf(pairs, 'after'),
    improved: pairs.filter(({ before, after }) => after > before).length,
  };
};
