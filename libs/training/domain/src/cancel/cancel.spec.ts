import { spec } from '@benkan/testing';
import { training } from '../training';
import { cancelled, opened, over, planned, reason, saying, signed } from '../training.examples';
import { cancel } from './cancel';

const { given } = spec(training, cancel);
const call = saying({ reason });

describe('training.cancel', () => {
  it('cancels what has not begun, with the reason', () => given(planned).when(call).then(cancelled));
  it('hears it once', () => given(planned, cancelled).when(call).then());
  it('refuses what has begun: a cancelled training carries no attendance', () => {
    given(planned, signed()).when(call).thenRefused('training-has-begun');
    given(planned, opened('MORNING')).when(call).thenRefused('training-has-begun');
  });
  it('refuses a training nobody planned, or closed', () => {
    given().when(call).thenRefused('training-unknown');
    given(...over)
      .when(call)
      .thenRefused('training-closed');
  });
});
