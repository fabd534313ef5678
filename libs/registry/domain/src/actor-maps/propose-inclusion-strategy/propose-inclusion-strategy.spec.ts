import { spec } from '@benkan/testing';
import { text } from '../../registry.examples';
import { actorMap } from '../actor-map';
import * as example from '../actor-map.examples';
import { proposeInclusionStrategy, type ProposeInclusionStrategy } from './propose-inclusion-strategy';

const { given } = spec(actorMap, proposeInclusionStrategy);
const { started, added, flagged, proposed, saying } = example;
const call = (more: Partial<ProposeInclusionStrategy['data']> = {}) => {
  const { carriedFrom: _, ...data } = proposed.data;
  return saying({ ...data, idGiven: true, ...more });
};

describe('registry.propose-inclusion-strategy', () => {
  it('proposes a way to include a group', () => given(started, added, flagged).when(call()).then(proposed));
  it('hears it once, under its id or in the same words', () => {
    given(started, added, flagged, proposed).when(call()).then();
    given(started, added, flagged, proposed, example.published).when(call()).then();
    given(started, added, flagged, proposed)
      .when(call({ strategyId: example.cafo, idGiven: false }))
      .then();
  });
  it('never overwrites what is written', () =>
    given(started, added, flagged, proposed)
      .when(call({ text: text('9') }))
      .thenRefused('differs-from-recorded', ['text']));
  it('refuses a group nobody flagged, and one no longer excluded', () => {
    given(started).when(call()).thenRefused('exclusion-unknown');
    given(started, added, flagged, example.reviewed).when(call()).thenRefused('group-no-longer-excluded');
  });
  it('refuses a day to come, a day before, a published map, a map nobody started', () => {
    given(started, added, flagged)
      .when(call({ on: example.tomorrow }))
      .thenRefused('in-the-future');
    given(started, added, flagged)
      .when(call({ on: '2024-11-14' }))
      .thenRefused('before-mapping');
    given(started, added, flagged, example.published).when(call()).thenRefused('actor-map-closed');
    given().when(call()).thenRefused('actor-map-unknown');
  });
});
