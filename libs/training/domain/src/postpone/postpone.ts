import { accept, differences, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import { heldDays } from '../held-days';
import { OVER, type Over, type Training, type TrainingPostponed } from '../training';

export type Postpone = Said<{
  readonly trainingId: string;
  readonly days: string[];
  readonly reason: SealedText;
}>;

export type PostponeRefusal = Over | 'days-repeat' | 'day-already-held';

/** Days to come may move; a day somebody signed or a session was held on stays. */
export const postpone = (
  { data: { trainingId, days: given, reason } }: Postpone,
  training: Training,
): Decision<TrainingPostponed, PostponeRefusal> => {
  if (training.status !== 'planned') return refuse(OVER[training.status]);
  if (new Set(given).size < given.length) return refuse('days-repeat');
  const days = [...given].sort();
  if (differences({ days: training.days }, { days }).length === 0) return accept();
  if ([...heldDays(training)].some((day) => !days.includes(day))) return refuse('day-already-held');
  return accept({ type: 'training-postponed', data: { trainingId, days, reason } });
};
