import { accept, differences, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import { unfit, type UnfitSatisfaction } from '../satisfaction';
import type { Satisfaction, SatisfactionCorrected, Training } from '../training';

export type CorrectSatisfaction = Said<
  Satisfaction & { readonly trainingId: string; readonly reason: SealedText }
>;

/** Counts change only here, with the reason; once the training is closed, those never recorded are added here. */
export const correctSatisfaction = (
  { data: { trainingId, scale, questions, reason } }: CorrectSatisfaction,
  training: Training,
): Decision<SatisfactionCorrected, 'training-unknown' | 'satisfaction-not-recorded' | UnfitSatisfaction> => {
  if (training.status === 'unknown') return refuse('training-unknown');
  if (training.satisfaction === null && training.status !== 'closed')
    return refuse('satisfaction-not-recorded');
  const given = { scale, questions };
  const why = unfit(given);
  if (why !== undefined) return refuse(why);
  if (training.satisfaction !== null && differences(training.satisfaction, given).length === 0)
    return accept();
  return accept({ type: 'satisfaction-corrected', data: { trainingId, ...given, reason } });
};
