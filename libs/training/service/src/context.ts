import type { Asked, ServiceDeps, TextReader } from '@benkan/doors';
import { listTrainings, trainingsSchema } from '@benkan/training-read-model';

export type TrainingsModel = Parameters<typeof listTrainings>[0];

/** Opens a model for a schema of the read models. */
export type OpenModel = <Schema, Model>(name: string, schema: Schema) => Promise<Model>;

export const openTrainings = (open: OpenModel) =>
  open<typeof trainingsSchema, TrainingsModel>('Training', trainingsSchema);

type Knows = (id: string, asked: Pick<Asked<unknown>, 'correlationId' | 'deadline'>) => Promise<boolean>;

/** What the doors of the training service work with. */
export type TrainingContext = ServiceDeps & {
  readonly trainings: TrainingsModel;
  readonly texts: TextReader;
  /** The commit position every view of this service has reached. */
  readonly position: () => bigint;
  readonly participantKnown: Knows;
  readonly unitKnown: Knows;
};
