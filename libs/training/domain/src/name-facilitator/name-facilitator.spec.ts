import { spec } from '@benkan/testing';
import { training } from '../training';
import {
  cancelled,
  facilitator,
  facilitatorWithdrawn,
  named,
  over,
  planned,
  saying,
  text,
} from '../training.examples';
import { nameFacilitator } from './name-facilitator';

const { given } = spec(training, nameFacilitator);

describe('training.name-facilitator', () => {
  it('names a facilitator, the name in the vault', () =>
    given(planned).when(saying(facilitator)).then(named));
  it('hears the same name once', () => given(planned, named).when(saying(facilitator)).then());
  it('never overwrites who was named', () =>
    given(planned, named)
      .when(saying({ ...facilitator, name: text('9') }))
      .thenRefused('differs-from-recorded', ['name']));
  it('names again who was withdrawn', () =>
    given(planned, named, facilitatorWithdrawn).when(saying(facilitator)).then(named));
  it('refuses a training nobody planned, cancelled, or closed', () => {
    given().when(saying(facilitator)).thenRefused('training-unknown');
    given(planned, cancelled).when(saying(facilitator)).thenRefused('training-cancelled');
    given(...over)
      .when(saying(facilitator))
      .thenRefused('training-closed');
  });
});
