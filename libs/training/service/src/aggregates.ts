import { eventReader } from '@benkan/contracts';
import { storedEvents } from '@benkan/contracts/training';
import { aggregatesReadBy } from '@benkan/event-store';
import { activity, training } from '@benkan/training-domain';

/** Reads whatever the training service has ever stored. */
export const readTraining = eventReader(storedEvents);

const aggregate = aggregatesReadBy(readTraining, storedEvents);

export const trainings = aggregate('training', training);
export const activities = aggregate('activity', activity);
