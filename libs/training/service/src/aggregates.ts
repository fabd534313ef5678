import { eventReader } from '@benkan/contracts';
import { storedEvents } from '@benkan/contracts/training';
import type { Aggregate } from '@benkan/event-store';
import { training, type Training, type TrainingFact } from '@benkan/training-domain';

/** Reads whatever the training service has ever stored. */
export const readTraining = eventReader(storedEvents);

export const trainings: Aggregate<Training, TrainingFact> = {
  name: 'training',
  fold: training,
  read: readTraining as Aggregate<Training, TrainingFact>['read'],
};
