import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { unfit, type UnfitSatisfaction } from '../satisfaction';
import { OVER, type Over, type Satisfaction, type SatisfactionRecorded, type Training } from '../training';

export type RecordSatisfaction = Said<Satisfaction & { readonly trainingId: string }>;

/** The sheets of satisfaction as counts: nobody is attached to an answer. */
export const recordSatisfaction = (
  { data: { trainingId, scale, questions } }: RecordSatisfaction,
  training: Training,
): Decision<SatisfactionRecorded, Over | UnfitSatisfaction | 'differs-from-recorded'> => {
  if (training.status === 'unknown' || training.status === 'cancelled') return refuse(OVER[training.status]);
  const given = { scale, questions };
  const why = unfit(given);
  if (why !== undefined) return refuse(why);
  if (training.satisfaction !== null) {
    const differing = differences(training.satisfaction, given);
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (training.status === 'closed') return refuse('training-closed');
  return accept({ type: 'satisfaction-recorded', data: { trainingId, ...given } });
};
