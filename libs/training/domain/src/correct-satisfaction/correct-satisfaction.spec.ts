import { spec } from '@benkan/testing';
import { training, type SatisfactionCorrected } from '../training';
import { ids, over, planned, reason, satisfaction, satisfied, saying } from '../training.examples';
import { correctSatisfaction } from './correct-satisfaction';

const { given } = spec(training, correctSatisfaction);
const correct = (...counts: number[]) => saying({ ...satisfaction(...counts), reason });
const corrected = (...counts: number[]): SatisfactionCorrected => ({
  type: 'satisfaction-corrected',
  data: { trainingId: ids.training, ...satisfaction(...counts), reason },
});

describe('training.correct-satisfaction', () => {
  it('changes counts, with the reason', () =>
    given(planned, satisfied)
      .when(correct(0, 3, 14, 8))
      .then(corrected(0, 3, 14, 8)));
  it('adds those forgotten once the training is closed', () =>
    given(...over)
      .when(correct(1, 2, 3, 4))
      .then(corrected(1, 2, 3, 4)));
  it('leaves equal counts alone', () =>
    given(planned, satisfied)
      .when(correct(1, 2, 14, 8))
      .then());
  it('refuses counts nobody recorded', () =>
    given(planned)
      .when(correct(1, 2, 3, 4))
      .thenRefused('satisfaction-not-recorded'));
  it('refuses other counts than the scale has levels', () =>
    given(planned, satisfied)
      .when(correct(1, 2, 3, 4, 5))
      .thenRefused('counts-do-not-fit-scale'));
  it('refuses a training nobody planned', () =>
    given()
      .when(correct(1, 2, 3, 4))
      .thenRefused('training-unknown'));
});
