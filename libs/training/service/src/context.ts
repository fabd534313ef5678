import type { Asked, OpenModel, ServiceDeps, TextReader } from '@benkan/doors';
import type { CurrentModel } from '@benkan/projections';
import { trainingsSchema } from '@benkan/training-read-model';
import type { listTrainings } from '@benkan/training-read-model';

export type TrainingsModel = Parameters<typeof listTrainings>[0];

export const openTrainings = (open: OpenModel) =>
  open<typeof trainingsSchema, TrainingsModel>('Training', trainingsSchema);

type Knows = (id: string, asked: Pick<Asked<unknown>, 'correlationId' | 'deadline'>) => Promise<boolean>;

/** What the doors of the training service work with. */
export type TrainingContext = ServiceDeps & {
  readonly trainings: CurrentModel<TrainingsModel>;
  readonly texts: TextReader;
  /** The commit position every view of this service has reached. */
  readonly position: () => bigint;
  readonly participantKnown: Knows;
  readonly unitKnown: Knows;
};
