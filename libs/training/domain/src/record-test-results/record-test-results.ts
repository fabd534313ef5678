import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { exceedsMaximum } from '../score';
import { resultsOf, type Results, type TestResultsRecorded, type Training } from '../training';

export type RecordTestResults = Said<Results & { readonly trainingId: string }>;

export type RecordTestResultsRefusal =
  | 'training-unknown'
  | 'not-a-participant-of-this-training'
  | 'score-exceeds-maximum'
  | 'differs-from-recorded';

/** One pair of results for whoever stands on the sheet of this training. */
export const recordTestResults = (
  { data }: RecordTestResults,
  training: Training,
): Decision<TestResultsRecorded, RecordTestResultsRefusal> => {
  const { trainingId, participantId } = data;
  if (training.status === 'unknown') return refuse('training-unknown');
  if (!training.sheet.has(participantId)) return refuse('not-a-participant-of-this-training');
  const given = resultsOf(data);
  if (exceedsMaximum(given)) return refuse('score-exceeds-maximum');
  const recorded = training.results.get(participantId);
  if (recorded === undefined)
    return accept({ type: 'test-results-recorded', data: { trainingId, ...given } });
  const differing = differences(recorded, given);
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};
