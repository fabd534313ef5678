import { accept, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import { heldDays } from '../held-days';
import type { Training, TrainingCancelled } from '../training';

export type Cancel = Said<{ readonly trainingId: string; readonly reason: SealedText }>;

export type CancelRefusal = 'training-unknown' | 'training-closed' | 'training-has-begun';

/** What has begun took place: it is closed, not cancelled. */
export const cancel = (
  { data: { trainingId, reason } }: Cancel,
  training: Training,
): Decision<TrainingCancelled, CancelRefusal> => {
  if (training.status === 'unknown') return refuse('training-unknown');
  if (training.status === 'closed') return refuse('training-closed');
  if (training.status === 'cancelled') return accept();
  if (heldDays(training).size > 0) return refuse('training-has-begun');
  return accept({ type: 'training-cancelled', data: { trainingId, reason } });
};
