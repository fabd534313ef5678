import { AGE_BANDS, isFsi, SEXES, STRUCTURE_KINDS, type SealedText } from '@benkan/contracts';
import { queryDoor, unknownResource } from '@benkan/doors';
import { getReport } from '@benkan/contracts/training';
import { findTraining, type TrainingView } from '@benkan/training-read-model';
import type { TrainingContext } from '../context';
import {
  daysByParticipant,
  openedSections,
  shownFacilitators,
  shownSatisfaction,
  shownTests,
} from '../shown';
import { textsOf, type TextOf } from '../shown';
import { isUnnamed, mayRead, namesOf, traitsOf, type Traits } from './people';
import { shownTraining } from './shown-training';

const NONE = {
  ...{ context: null, generalObjective: null, specificObjectives: null },
  ...{ course: null, recommendations: null, annexes: null },
} as const satisfies Readonly<Record<keyof NonNullable<TrainingView['report']>, SealedText | null>>;

/** What was written; the context of the terms of reference where the report has none of its own. */
const textsShown = ({ report, terms }: TrainingView, textOf: TextOf) => {
  const written = report ?? NONE;
  return openedSections({ ...written, context: written.context ?? terms?.context ?? null }, textOf);
};

const countedBy = <const Key extends string>(keys: readonly Key[], of: readonly Key[]) =>
  keys.map((key) => ({ key, count: of.filter((one) => one === key).length }));

/** Who took part, by sex, age band and structure; of whom the registry knows nothing, nothing is reported. */
const participantsOf = (
  { days }: TrainingView,
  present: ReadonlyMap<string, number>,
  traits: ReadonlyMap<string, Traits>,
) => {
  const people = [...present.keys()].map((id) => traits.get(id));
  return {
    total: people.length,
    completed: [...present.values()].filter((count) => count === days.length).length,
    isf: people.filter((one) => one !== undefined && isFsi(one.structureKind)).length,
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

const attendanceByDay = ({ days, attendance }: TrainingView) =>
  days.map((day) => ({
    day,
    present: attendance.filter((line) => line.day === day && line.status === 'PRESENT').length,
  }));

const certificatesOf = ({ certificates, certificateCount }: TrainingView) => ({
  valid: certificateCount,
  withdrawn: certificates.length - certificateCount,
});

const peopleOf = async (
  context: TrainingContext,
  present: ReadonlyMap<string, number>,
  traits: ReadonlyMap<string, Traits>,
) => {
  const nameOf = await namesOf(
    context,
    [...traits.values()].filter((one) => !isUnnamed(one)),
  );
  return [...present].map(([participantId, daysPresent]) => {
    const known = traits.get(participantId);
    const named = known !== undefined && !isUnnamed(known);
    const name = named ? nameOf(participantId) : { firstNames: null, lastName: null };
    return { participantId, ...name, structureKind: known?.structureKind ?? null, daysPresent };
  });
};

/** training.get-report */
export const getReportDoor = (context: TrainingContext) =>
  queryDoor(getReport, async (asked) => {
    const training = await findTraining(context.trainings.current(), asked.body.trainingId);
    if (training === undefined) throw unknownResource();
    const textOf = await context.texts(textsOf(training));
    const present = daysByParticipant(training);
    const traits = await traitsOf(context, [...present.keys()], asked);
    const namesShown = mayRead(asked.role);
    return {
      trainingId: training.id,
      title: training.title && textOf(training.title),
      ...(await shownTraining(context, training, asked)),
      texts: textsShown(training, textOf),
      facilitators: shownFacilitators(training, textOf),
      participants: participantsOf(training, present, traits),
      attendanceByDay: attendanceByDay(training),
      tests: shownTests(training),
      satisfaction: shownSatisfaction(training),
      certificates: certificatesOf(training),
      people: namesShown ? await peopleOf(context, present, traits) : [],
      namesShown,
      filed: training.filed && { filedOn: training.filed.filedOn, fingerprint: training.filed.fingerprint },
      revision: training.revision,
    };
  });
