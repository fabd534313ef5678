import { accept, differences, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import { exceedsMaximum } from '../score';
import { resultsOf, type Results, type TestResultsCorrected, type Training } from '../training';

export type CorrectTestResults = Said<Results & { readonly trainingId: string; readonly reason: SealedText }>;

export type CorrectTestResultsRefusal =
  | 'training-unknown'
  | 'not-a-participant-of-this-training'
  | 'results-not-recorded'
  | 'score-exceeds-maximum';

/** Recorded results change only here, with the reason; once the training is closed, those never recorded are added here. */
export const correctTestResults = (
  { data }: CorrectTestResults,
  training: Training,
): Decision<TestResultsCorrected, CorrectTestResultsRefusal> => {
  const { trainingId, participantId, reason } = data;
  if (training.status === 'unknown') return refuse('training-unknown');
  const recorded = training.results.get(participantId);
  if (recorded === undefined && training.status !== 'closed') return refuse('results-not-recorded');
  if (!training.sheet.has(participantId)) return refuse('not-a-participant-of-this-training');
  const given = resultsOf(data);
  if (exceedsMaximum(given)) return refuse('score-exceeds-maximum');
  if (recorded !== undefined && differences(recorded, given).length === 0) return accept();
  return accept({ type: 'test-results-corrected', data: { trainingId, ...given, reason } });
};
