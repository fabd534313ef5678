import {
  activitiesProjection,
  activitiesSchema,
  trainingsProjection,
  trainingsSchema,
} from '@benkan/training-read-model';
import { sliceOf, type Projection, type ServiceSlices } from '@benkan/projections';
import { activities, readTraining, trainings } from './aggregates';

/** Trainings and community activities: what this service folds, for its own process and for operators. */
export const trainingSlices: ServiceSlices = {
  database: 'benkan-training',
  projections: [trainingsProjection, activitiesProjection] as readonly Projection[],
  schemas: {
    [sliceOf(trainingsProjection)]: trainingsSchema,
    [sliceOf(activitiesProjection)]: activitiesSchema,
  },
  read: readTraining,
  aggregates: [trainings.name, activities.name],
};
