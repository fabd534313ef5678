import { spec } from '@benkan/testing';
import { text } from '../../registry.examples';
import { actorMap } from '../actor-map';
import * as example from '../actor-map.examples';
import { flagExcludedGroup, type FlagExcludedGroup } from './flag-excluded-group';

const { given } = spec(actorMap, flagExcludedGroup);
const { started, added, flagged, reviewed, saying } = example;
const call = (more: Partial<FlagExcludedGroup['data']> = {}) => {
  const { carriedFrom: _, ...data } = flagged.data;
  return saying({ ...data, idGiven: true, ...more });
};
const other = { exclusionId: example.strategyId, idGiven: false };

describe('registry.flag-excluded-group', () => {
  it('flags a group, and the actor who speaks for it', () =>
    given(started, added).when(call()).then(flagged));
  it('hears it once, under its id or as the same group', () => {
    given(started, added, flagged).when(call()).then();
    given(started, added, flagged).when(call(other)).then();
  });
  it('flags it anew once it was included', () =>
    given(started, added, flagged, reviewed)
      .when(call({ ...other, on: '2024-11-29' }))
      .then({ ...flagged, data: { ...flagged.data, exclusionId: example.strategyId, on: '2024-11-29' } }));
  it('never overwrites what is written', () =>
    given(started, added, flagged)
      .when(call({ group: 'YOUTH' }))
      .thenRefused('differs-from-recorded', ['group']));
  it('names a group that is not listed, and only that one', () => {
    given(started)
      .when(call({ group: 'OTHER', actorId: null }))
      .thenRefused('text-for-other-alone');
    given(started)
      .when(call({ otherGroup: text('9'), actorId: null }))
      .thenRefused('text-for-other-alone');
    const named = { group: 'OTHER', otherGroup: text('9'), actorId: null } as const;
    given(started)
      .when(call(named))
      .then({ ...flagged, data: { ...flagged.data, ...named } });
  });
  it('refuses an actor who is not on the map', () => {
    given(started).when(call()).thenRefused('actor-unknown');
    given(started, added, example.removed).when(call()).thenRefused('actor-unknown');
  });
  it('refuses a day to come, a day before, a published map, a map nobody started', () => {
    given(started, added)
      .when(call({ on: example.tomorrow }))
      .thenRefused('in-the-future');
    given(started, added)
      .when(call({ on: '2024-11-14' }))
      .thenRefused('before-mapping');
    given(started, added, example.published).when(call()).thenRefused('actor-map-closed');
    given().when(call()).thenRefused('actor-map-unknown');
  });
});
