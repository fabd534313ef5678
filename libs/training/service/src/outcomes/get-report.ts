import type { SealedText } from '@benkan/contracts';
import { queryDoor, recordOpening, unknownResource } from '@benkan/doors';
import { getReport } from '@benkan/contracts/training';
import { findTraining, type TrainingView } from '@benkan/training-read-model';
import type { TrainingContext } from '../context';
import { daysByParticipant, openedSections, shownFacilitators, shownSatisfaction } from '../shown';
import { textsOf, type TextOf } from '../shown';
import { attendanceByDay, participantsOf, testsOf } from './counted';
import { isUnnamed, mayRead, namedAmong, namesOf, traitsOf, type Traits } from './people';
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

/** What the report takes over of the terms of reference. */
const termsShown = ({ terms }: TrainingView, textOf: TextOf) => {
  const { expectedResults = null, methodology = null } = terms ?? {};
  return openedSections({ expectedResults, methodology }, textOf);
};

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
    const people = namesShown ? await peopleOf(context, present, traits) : [];
    await recordOpening(context, asked, {
      ...{ wireName: getReport.name, resourceId: training.id, purpose: 'TRAINING_REPORT' },
      count: namedAmong(people),
    });
    return {
      trainingId: training.id,
      title: training.title && textOf(training.title),
      ...(await shownTraining(context, training, asked)),
      texts: textsShown(training, textOf),
      ...termsShown(training, textOf),
      facilitators: shownFacilitators(training, textOf),
      participants: participantsOf(training, present, traits),
      attendanceByDay: attendanceByDay(training, traits),
      tests: testsOf(training),
      satisfaction: shownSatisfaction(training),
      certificates: certificatesOf(training),
      people,
      namesShown,
      filed: training.filed && { filedOn: training.filed.filedOn, fingerprint: training.filed.fingerprint },
      revision: training.revision,
    };
  });
