import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { KnownTraining, Training, TrainingClosed } from '../training';

export type CloseTraining = Said<{ readonly trainingId: string; readonly certificateDays: number | null }>;

export type CloseTrainingRefusal =
  | 'training-unknown'
  | 'training-cancelled'
  | 'training-not-over'
  | 'attendance-missing'
  | 'rule-exceeds-days'
  | 'differs-from-recorded';

const notYet = ({ days, sheet }: KnownTraining, today: string) => {
  if (days.some((day) => day > today)) return 'training-not-over';
  return sheet.size === 0 ? 'attendance-missing' : undefined;
};

/** Closed once its last day has come and its sheet was recorded; every day earns a certificate unless fewer do. */
export const closeTraining = (
  { data, at }: CloseTraining,
  training: Training,
): Decision<TrainingClosed, CloseTrainingRefusal> => {
  if (training.status === 'unknown') return refuse('training-unknown');
  if (training.status === 'cancelled') return refuse('training-cancelled');
  const certificateDays = data.certificateDays ?? training.days.length;
  if (training.status === 'closed') {
    const differing = differences({ certificateDays: training.certificateDays }, { certificateDays });
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  const why = notYet(training, dayOf(at));
  if (why !== undefined) return refuse(why);
  if (certificateDays > training.days.length) return refuse('rule-exceeds-days');
  return accept({ type: 'training-closed', data: { trainingId: data.trainingId, certificateDays } });
};
