import { spec } from '@benkan/testing';
import { actorMap } from '../actor-map';
import * as example from '../actor-map.examples';
import { publishMap } from './publish-map';

const { given } = spec(actorMap, publishMap);
const { started, added, revised, published, saying } = example;
const call = (on = published.data.on) => saying({ ...published.data, on });

describe('registry.publish-map', () => {
  it('publishes a map', () => given(started, added).when(call()).then(published));
  it('hears it once, after it was superseded too', () => {
    given(started, added, published).when(call()).then();
    given(started, added, published, example.superseded).when(call()).then();
  });
  it('never overwrites the day', () =>
    given(started, added, published).when(call('2024-12-01')).thenRefused('differs-from-recorded', ['on']));
  it('refuses a day before the last fact of the map', () =>
    given(started, added, revised).when(call('2024-11-19')).thenRefused('before-last-fact'));
  it('refuses a map without actors', () => {
    given(started).when(call()).thenRefused('map-without-actors');
    given(started, added, example.removed).when(call()).thenRefused('map-without-actors');
  });
  it('refuses a day to come, an archived map, a map nobody started', () => {
    given(started, added).when(call(example.tomorrow)).thenRefused('in-the-future');
    given(started, added, example.archived).when(call()).thenRefused('actor-map-closed');
    given().when(call()).thenRefused('actor-map-unknown');
  });
});
