import { trainingsProjection, trainingsSchema } from '@benkan/training-read-model';
import { sliceOf, type Projection, type ServiceSlices } from '@benkan/projections';
import { readTraining, trainings } from './aggregates';

/** Trainings: what this service folds, for its own process and for operators. */
export const trainingSlices: ServiceSlices = {
  database: 'benkan-training',
  projections: [trainingsProjection] as readonly Projection[],
  schemas: {
    [sliceOf(trainingsProjection)]: trainingsSchema,
  },
  read: readTraining,
  aggregates: [trainings.name],
};
