import { spec } from '@benkan/testing';
import { training } from '../training';
import { afterwards, at, bothDays, cancelled, closed, firstDay, over, planned } from '../training.examples';
import { postponed, saying, sheet, signed } from '../training.examples';
import { closeTraining } from './close-training';

const { given } = spec(training, closeTraining);
const close = (certificateDays: number | null = null, instant = afterwards) =>
  saying({ certificateDays }, instant);

describe('training.close-training', () => {
  it('closes, every day earning a certificate', () =>
    given(planned, sheet(bothDays)).when(close()).then(closed(2)));
  it('closes with fewer days to earn one', () =>
    given(planned, sheet(bothDays)).when(close(1)).then(closed(1)));
  it('counts the days as they stand', () =>
    given(planned, signed(), postponed(firstDay)).when(close(null, at)).then(closed(1)));
  it('hears the same closing once', () =>
    given(...over)
      .when(close(2))
      .then());
  it('never changes the rule of what is closed', () =>
    given(...over)
      .when(close(1))
      .thenRefused('differs-from-recorded', ['certificateDays']));
  it('refuses while a day is to come', () =>
    given(planned, signed()).when(close(null, at)).thenRefused('training-not-over'));
  it('refuses without a sheet', () => given(planned).when(close()).thenRefused('attendance-missing'));
  it('refuses a rule of more days than there are', () =>
    given(planned, sheet(bothDays)).when(close(3)).thenRefused('rule-exceeds-days'));
  it('refuses a training nobody planned, or cancelled', () => {
    given().when(close()).thenRefused('training-unknown');
    given(planned, cancelled).when(close()).thenRefused('training-cancelled');
  });
});
