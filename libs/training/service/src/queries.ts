import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { getTraining, listTrainings as listContract } from '@benkan/contracts/training';
import { findTraining, listTrainings, type TrainingView } from '@benkan/training-read-model';
import type { TrainingContext } from './context';
import * as shown from './shown';

/** training.list-trainings */
export const listTrainingsDoor = (context: TrainingContext) =>
  queryDoor(listContract, async ({ body: { territory: _, ...request }, unitIds }) => {
    const position = context.position();
    const { rows, next } = rowsOf(await listTrainings(context.trainings.current(), { ...request, unitIds }));
    const textOf = await context.texts(rows.map(({ title }) => title));
    return pageAnswer(
      rows.map((row) => shown.shownSummary(row, textOf)),
      next,
      position,
    );
  });

const sheetOf = ({ attendance, results, sessions }: TrainingView) => ({
  attendance: attendance.map(({ participantId, day, status }) => ({ participantId, day, status })),
  results: results.map(({ participantId, pre, post, max }) => ({ participantId, pre, post, max })),
  sessions: sessions.map(({ day, part }) => ({ day, part })),
});

/** training.get-training */
export const getTrainingDoor = ({ trainings, texts }: TrainingContext) =>
  queryDoor(getTraining, async ({ body: { trainingId } }) => {
    const training = await findTraining(trainings.current(), trainingId);
    if (training === undefined) throw unknownResource();
    const textOf = await texts(shown.textsOf(training));
    return {
      ...shown.shownSummary(training, textOf),
      ...sheetOf(training),
      tests: shown.shownTests(training),
      termsOfReference: training.terms && shown.openedSections(training.terms, textOf),
      facilitators: shown.shownFacilitators(training, textOf),
      satisfaction: shown.shownSatisfaction(training),
      certificateDays: training.certificateDays,
      certificates: shown.shownCertificates(training),
      report: training.filed && { filedOn: training.filed.filedOn, fingerprint: training.filed.fingerprint },
    };
  });
