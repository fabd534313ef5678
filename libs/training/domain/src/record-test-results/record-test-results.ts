import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { exceedsMaximum } from '../score';
import {
  OVER,
  resultsOf,
  type Over,
  type Results,
  type TestResultsRecorded,
  type Training,
} from '../training';

export type RecordTestResults = Said<Results & { readonly trainingId: string }>;

export type RecordTestResultsRefusal =
  Over | 'not-a-participant-of-this-training' | 'score-exceeds-maximum' | 'differs-from-recorded';

/** One pair of results for whoever stands on the sheet of this training. */
export const recordTestResults = (
  { data }: RecordTestResults,
  training: Training,
): Decision<TestResultsRecorded, RecordTestResultsRefusal> => {
  const { trainingId, participantId } = data;
  if (training.status === 'unknown' || training.status === 'cancelled') return refuse(OVER[training.status]);
  if (!training.sheet.has(participantId)) return refuse('not-a-participant-of-this-training');
  const given = resultsOf(data);
  if (exceedsMaximum(given)) return refuse('score-exceeds-maximum');
  const recorded = training.results.get(participantId);
  if (recorded !== undefined) {
    const differing = differences(recorded, given);
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (training.status === 'closed') return refuse('training-closed');
  return accept({ type: 'test-results-recorded', data: { trainingId, ...given } });
};
