import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { getTraining, listTrainings as listContract } from '@benkan/contracts/training';
import { findTraining, listTrainings, type TrainingSummary } from '@benkan/training-read-model';
import type { SealedText } from '@benkan/contracts';
import type { TrainingContext } from './context';

const shown = (training: TrainingSummary, textOf: (text: SealedText) => string) => ({
  id: training.id,
  unitId: training.unitId,
  days: [...training.days],
  themes: [...training.themes],
  group: training.group,
  title: training.title && textOf(training.title),
  trainedCount: training.trainedCount,
  completedCount: training.completedCount,
  revision: training.revision,
});

/** training.list-trainings */
export const listTrainingsDoor = (context: TrainingContext) =>
  queryDoor(listContract, async ({ body: { territory: _, ...request }, unitIds }) => {
    const position = context.position();
    const { rows, next } = rowsOf(await listTrainings(context.trainings.current(), { ...request, unitIds }));
    const textOf = await context.texts(rows.map(({ title }) => title));
    return pageAnswer(
      rows.map((row) => shown(row, textOf)),
      next,
      position,
    );
  });

/** training.get-training */
export const getTrainingDoor = ({ trainings, texts }: TrainingContext) =>
  queryDoor(getTraining, async ({ body: { trainingId } }) => {
    const training = await findTraining(trainings.current(), trainingId);
    if (training === undefined) throw unknownResource();
    const textOf = await texts([training.title]);
    return {
      ...shown(training, textOf),
      attendance: training.attendance.map(({ participantId, day, status }) => ({
        participantId,
        day,
        status,
      })),
      results: training.results.map(({ participantId, pre, post, max }) => ({
        participantId,
        pre,
        post,
        max,
      })),
    };
  });
