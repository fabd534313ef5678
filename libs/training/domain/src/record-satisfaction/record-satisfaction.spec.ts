import { spec } from '@benkan/testing';
import { topTwoBox } from '../satisfaction';
import { training, type Satisfaction } from '../training';
import { cancelled, over, planned, satisfaction, satisfied, saying } from '../training.examples';
import { recordSatisfaction } from './record-satisfaction';

const { given } = spec(training, recordSatisfaction);
const twice: Satisfaction = {
  scale: 4,
  questions: [...satisfaction(1, 2, 14, 8).questions, ...satisfaction(0, 0, 1, 1).questions],
};

describe('training.record-satisfaction', () => {
  it('records counts, nobody attached', () =>
    given(planned)
      .when(saying(satisfaction(1, 2, 14, 8)))
      .then(satisfied));
  it('hears the same counts once, after closing too', () => {
    given(planned, satisfied)
      .when(saying(satisfaction(1, 2, 14, 8)))
      .then();
    given(planned, satisfied, ...over.slice(1))
      .when(saying(satisfaction(1, 2, 14, 8)))
      .then();
  });
  it('never overwrites what is written', () =>
    given(planned, satisfied)
      .when(saying(satisfaction(0, 3, 14, 8)))
      .thenRefused('differs-from-recorded', ['questions']));
  it('refuses a question asked twice', () =>
    given(planned).when(saying(twice)).thenRefused('questions-repeat'));
  it('refuses other counts than the scale has levels', () =>
    given(planned)
      .when(saying(satisfaction(1, 2, 3, 4, 5)))
      .thenRefused('counts-do-not-fit-scale'));
  it('refuses a training nobody planned, cancelled, or closed', () => {
    const call = saying(satisfaction(1, 2, 14, 8));
    given().when(call).thenRefused('training-unknown');
    given(planned, cancelled).when(call).thenRefused('training-cancelled');
    given(...over)
      .when(call)
      .thenRefused('training-closed');
  });
});

describe('the top two box', () => {
  it.each([
    [[1, 2, 14, 8], 22, 25],
    [[0, 1, 2, 13, 9], 22, 25],
    [[0, 0, 0, 0], 0, 0],
  ])('of %j is %d over %d', (counts, numerator, denominator) => {
    expect(topTwoBox(counts)).toEqual({ numerator, denominator });
  });
});
