import { spec } from '@benkan/testing';
import { adopted, corrected, drafted, erratum, saying } from '../minutes.examples';
import { minutes } from '../minutes';
import { correctMinutes } from './correct-minutes';

const { given } = spec(minutes, correctMinutes);
const correct = (on = erratum.on) => saying({ ...erratum, on });

describe('meetings.correct-minutes', () => {
  it('adds an erratum beside what was adopted', () =>
    given(drafted, adopted()).when(correct()).then(corrected));
  it('may be on the day of the adoption', () =>
    given(drafted, adopted())
      .when(correct('2024-11-25'))
      .then({ ...corrected, data: { ...corrected.data, on: '2024-11-25' } }));
  it('is heard once', () => given(drafted, adopted(), corrected).when(correct()).then());
  it('refuses minutes nobody wrote, and a draft: that is written anew', () => {
    given().when(correct()).thenRefused('minutes-not-drafted');
    given(drafted).when(correct()).thenRefused('minutes-not-adopted');
  });
  it('refuses a day before the adoption or that has not come', () => {
    given(drafted, adopted()).when(correct('2024-11-24')).thenRefused('before-the-adoption');
    given(drafted, adopted()).when(correct('2024-12-02')).thenRefused('in-the-future');
  });
});
