import { spec } from '@benkan/testing';
import { actorMap } from '../actor-map';
import type { Reviewed } from '../actor-map-facts';
import * as example from '../actor-map.examples';
import { reviewInclusion } from './review-inclusion';

const { given } = spec(actorMap, reviewInclusion);
const { started, added, flagged, reviewed, saying } = example;
const call = (more: Partial<Reviewed> = {}) => saying({ ...reviewed.data, ...more });

describe('registry.review-inclusion', () => {
  it('says what has become of a group', () => given(started, added, flagged).when(call()).then(reviewed));
  it('hears it once', () => given(started, added, flagged, reviewed).when(call()).then());
  it('never overwrites what is written', () =>
    given(started, added, flagged, reviewed)
      .when(call({ outcome: 'SEATED' }))
      .thenRefused('differs-from-recorded', ['outcome']));
  it('has nothing more to say once the group is included', () =>
    given(started, added, flagged, reviewed)
      .when(call({ reviewedOn: '2024-11-29' }))
      .thenRefused('group-no-longer-excluded'));
  it('refuses a day before the group was flagged', () =>
    given(started, added, { ...flagged, data: { ...flagged.data, on: '2024-11-20' } })
      .when(call({ reviewedOn: '2024-11-19' }))
      .thenRefused('before-mapping'));
  it('refuses a day to come, a group nobody flagged, a published map, a map nobody started', () => {
    given(started, added, flagged)
      .when(call({ reviewedOn: example.tomorrow }))
      .thenRefused('in-the-future');
    given(started).when(call()).thenRefused('exclusion-unknown');
    given(started, added, flagged, example.published).when(call()).thenRefused('actor-map-closed');
    given().when(call()).thenRefused('actor-map-unknown');
  });
});
