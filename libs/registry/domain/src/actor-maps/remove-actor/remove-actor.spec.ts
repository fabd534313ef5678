import { spec } from '@benkan/testing';
import { actorMap } from '../actor-map';
import * as example from '../actor-map.examples';
import { removeActor } from './remove-actor';

const { given } = spec(actorMap, removeActor);
const { started, added, removed, saying } = example;
const call = (on = removed.data.on) => saying({ ...removed.data, on });

describe('registry.remove-actor', () => {
  it('takes the actor off from its day on', () => given(started, added).when(call()).then(removed));
  it('hears it once', () => given(started, added, removed).when(call()).then());
  it('never overwrites the day', () =>
    given(started, added, removed).when(call('2024-11-26')).thenRefused('differs-from-recorded', ['on']));
  it('refuses a day before it was added', () =>
    given(started, { ...added, data: { ...added.data, on: '2024-11-20' } })
      .when(call('2024-11-19'))
      .thenRefused('before-mapping'));
  it('refuses a day to come, whom nobody added, a published map, a map nobody started', () => {
    given(started, added).when(call(example.tomorrow)).thenRefused('in-the-future');
    given(started).when(call()).thenRefused('actor-unknown');
    given(started, added, example.published).when(call()).thenRefused('actor-map-closed');
    given().when(call()).thenRefused('actor-map-unknown');
  });
});
