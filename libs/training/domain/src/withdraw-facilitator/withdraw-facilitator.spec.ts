import { spec } from '@benkan/testing';
import { training } from '../training';
import {
  cancelled,
  facilitator,
  facilitatorWithdrawn,
  named,
  over,
  planned,
  reason,
  saying,
} from '../training.examples';
import { withdrawFacilitator } from './withdraw-facilitator';

const { given } = spec(training, withdrawFacilitator);
const call = saying({ facilitatorId: facilitator.facilitatorId, reason });

describe('training.withdraw-facilitator', () => {
  it('withdraws who was named, with the reason', () =>
    given(planned, named).when(call).then(facilitatorWithdrawn));
  it('hears it once', () => given(planned, named, facilitatorWithdrawn).when(call).then());
  it('refuses who was never named', () => given(planned).when(call).thenRefused('facilitator-unknown'));
  it('refuses a training nobody planned, cancelled, or closed', () => {
    given().when(call).thenRefused('training-unknown');
    given(planned, cancelled).when(call).thenRefused('training-cancelled');
    given(...over)
      .when(call)
      .thenRefused('training-closed');
  });
});
