import { spec } from '@benkan/testing';
import { unit } from '../unit';
import * as x from '../unit.examples';
import { mergeUnit, type MergeUnit } from './merge-unit';

const { given } = spec(unit, mergeUnit);
const { at, by, merged, registered } = x;

const call = (data: Partial<MergeUnit['data']> = {}): MergeUnit => ({
  data: { ...merged.data, ...x.allIsWell.ending, ...data },
  at,
  by,
});

describe('registry.merge-unit', () => {
  it('says of what a unit became a part', () => given(registered).when(call()).then(merged));
  it('hears the same merger once', () => given(registered, merged).when(call()).then());
  it('refuses another merger on the same day', () =>
    given(registered, merged)
      .when(call({ into: x.south }))
      .thenRefused('differs-from-recorded', ['into']));
  it('refuses the unit itself', () =>
    given(registered)
      .when(call({ into: x.ids.unit }))
      .thenRefused('merges-into-itself'));
  it('refuses a unit nobody registered', () =>
    given(registered)
      .when(call({ successorsKnown: false }))
      .thenRefused('successor-unknown'));
  it('refuses a unit that does not exist on the day', () =>
    given(registered)
      .when(call({ successorsStand: false }))
      .thenRefused('successor-not-standing'));
  it('refuses an end while units lie in it', () =>
    given(registered)
      .when(call({ unitsBelow: true }))
      .thenRefused('units-below'));
});
