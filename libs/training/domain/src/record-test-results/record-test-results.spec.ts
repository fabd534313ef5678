import { spec } from '@benkan/testing';
import { training, type Results } from '../training';
import { at, by, ids, planned, results, signed, tested } from '../training.examples';
import { recordTestResults } from './record-test-results';

const { given } = spec(training, recordTestResults);

const record = (scores: Partial<Results> = {}) => ({
  data: { trainingId: ids.training, ...results(scores) },
  at,
  by,
});

describe('training.record-test-results', () => {
  it('records a pair of results', () => given(planned, signed()).when(record()).then(tested()));
  it('records a paper that was not handed in', () =>
    given(planned, signed())
      .when(record({ post: null }))
      .then(tested({ post: null })));
  it('records full marks and half points', () =>
    given(planned, signed())
      .when(record({ pre: 12.5, post: 20 }))
      .then(tested({ pre: 12.5, post: 20 })));
  it('records results of one who was absent: the sheet knows him', () =>
    given(planned, signed({ status: 'ABSENT' }))
      .when(record())
      .then(tested()));
  it('hears the same results once', () => given(planned, signed(), tested()).when(record()).then());
  it('never overwrites what is written', () =>
    given(planned, signed(), tested())
      .when(record({ pre: 8, post: null }))
      .thenRefused('differs-from-recorded', ['pre', 'post']));
  it('refuses a training nobody planned', () => given().when(record()).thenRefused('training-unknown'));
  it('refuses who is not on the sheet', () =>
    given(planned, signed({ participantId: ids.anotherParticipant }))
      .when(record())
      .thenRefused('not-a-participant-of-this-training'));
  it.each(['pre', 'post'] as const)('refuses more points in %s than the test has', (paper) =>
    given(planned, signed())
      .when(record({ [paper]: 20.5 }))
      .thenRefused('score-exceeds-maximum'),
  );
});
