import { eventReader } from '@benkan/contracts';
import { storedEvents } from '@benkan/contracts/training';
import { aggregatesReadBy } from '@benkan/event-store';
import { training } from '@benkan/training-domain';

/** Reads whatever the training service has ever stored. */
export const readTraining = eventReader(storedEvents);

export const trainings = aggregatesReadBy(readTraining, storedEvents)('training', training);
