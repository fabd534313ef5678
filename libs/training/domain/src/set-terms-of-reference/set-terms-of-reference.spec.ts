import { spec } from '@benkan/testing';
import { training } from '../training';
import { cancelled, over, planned, saying, terms, termsSet, text } from '../training.examples';
import { setTermsOfReference } from './set-terms-of-reference';

const { given } = spec(training, setTermsOfReference);

describe('training.set-terms-of-reference', () => {
  it('writes the sections', () => given(planned).when(saying(terms)).then(termsSet));
  it('hears the same sections once', () => given(planned, termsSet).when(saying(terms)).then());
  it('writes them anew as often as it takes', () =>
    given(planned, termsSet)
      .when(saying({ ...terms, budget: text('8') }))
      .then({ ...termsSet, data: { ...termsSet.data, budget: text('8') } }));
  it('refuses a training nobody planned', () => given().when(saying(terms)).thenRefused('training-unknown'));
  it('refuses one that was cancelled, or closed', () => {
    given(planned, cancelled).when(saying(terms)).thenRefused('training-cancelled');
    given(...over)
      .when(saying(terms))
      .thenRefused('training-closed');
  });
});
