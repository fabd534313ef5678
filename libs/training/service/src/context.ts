import type { Asked, OpenModel, ServiceDeps, TextReader } from '@benkan/doors';
import type { CurrentModel } from '@benkan/projections';
import { activitiesSchema, trainingsSchema } from '@benkan/training-read-model';
import type { listActivities, listTrainings } from '@benkan/training-read-model';

export type TrainingsModel = Parameters<typeof listTrainings>[0];

export const openTrainings = (open: OpenModel) =>
  open<typeof trainingsSchema, TrainingsModel>('Training', trainingsSchema);

export type ActivitiesModel = Parameters<typeof listActivities>[0];

export const openActivities = (open: OpenModel) =>
  open<typeof activitiesSchema, ActivitiesModel>('Activity', activitiesSchema);

type Knows = (id: string, asked: Pick<Asked<unknown>, 'correlationId' | 'deadline'>) => Promise<boolean>;

/** What the doors of the training service work with. */
export type TrainingContext = ServiceDeps & {
  readonly trainings: CurrentModel<TrainingsModel>;
  readonly activities: CurrentModel<ActivitiesModel>;
  readonly texts: TextReader;
  /** The commit position every view of this service has reached. */
  readonly position: () => bigint;
  readonly participantKnown: Knows;
  readonly unitKnown: Knows;
};
