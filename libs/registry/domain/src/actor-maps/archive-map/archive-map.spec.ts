import { spec } from '@benkan/testing';
import { actorMap } from '../actor-map';
import * as example from '../actor-map.examples';
import { archiveMap } from './archive-map';

const { given } = spec(actorMap, archiveMap);
const { started, added, archived, published, saying } = example;
const call = (on = archived.data.on) => saying({ ...archived.data, on });

describe('registry.archive-map', () => {
  it('puts a draft away, and a published map', () => {
    given(started, added).when(call()).then(archived);
    given(started, added, published).when(call()).then(archived);
  });
  it('hears it once', () => given(started, archived).when(call()).then());
  it('never overwrites the day', () =>
    given(started, archived).when(call('2024-11-30')).thenRefused('differs-from-recorded', ['on']));
  it('refuses a day before the last fact of the map', () =>
    given(started, added, published).when(call('2024-11-29')).thenRefused('before-last-fact'));
  it('refuses a superseded map, a day to come, a map nobody started', () => {
    given(started, added, published, example.superseded).when(call()).thenRefused('actor-map-closed');
    given(started).when(call(example.tomorrow)).thenRefused('in-the-future');
    given().when(call()).thenRefused('actor-map-unknown');
  });
});
