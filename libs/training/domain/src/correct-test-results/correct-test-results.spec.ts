import { spec } from '@benkan/testing';
import { training, type Results, type TestResultsCorrected } from '../training';
import { at, by, closed, ids, planned, results, signed, tested, text } from '../training.examples';
import { correctTestResults } from './correct-test-results';

const { given } = spec(training, correctTestResults);

const correction = (scores: Partial<Results>) => ({
  trainingId: ids.training,
  ...results(scores),
  reason: text('7'),
});
const correct = (scores: Partial<Results>) => ({ data: correction(scores), at, by });
const corrected = (scores: Partial<Results>): TestResultsCorrected => ({
  type: 'test-results-corrected',
  data: correction(scores),
});

describe('training.correct-test-results', () => {
  it('changes results, with the reason', () =>
    given(planned, signed(), tested())
      .when(correct({ pre: 8 }))
      .then(corrected({ pre: 8 })));
  it('takes back a paper that was never handed in', () =>
    given(planned, signed(), tested())
      .when(correct({ post: null }))
      .then(corrected({ post: null })));
  it('leaves equal results alone', () => given(planned, signed(), tested()).when(correct({})).then());
  it('hears the same correction once', () =>
    given(planned, signed(), tested(), corrected({ pre: 8 }))
      .when(correct({ pre: 8 }))
      .then());
  it('adds forgotten results of a participant once the training is closed', () => {
    given(planned, signed(), closed()).when(correct({})).then(corrected({}));
    given(planned, signed(), closed())
      .when(correct({ participantId: ids.anotherParticipant }))
      .thenRefused('not-a-participant-of-this-training');
  });
  it('refuses a training nobody planned', () => given().when(correct({})).thenRefused('training-unknown'));
  it('refuses results nobody recorded', () =>
    given(planned, signed()).when(correct({})).thenRefused('results-not-recorded'));
  it.each(['pre', 'post'] as const)('refuses more points in %s than the test has', (paper) =>
    given(planned, signed(), tested())
      .when(correct({ [paper]: 21 }))
      .thenRefused('score-exceeds-maximum'),
  );
});
