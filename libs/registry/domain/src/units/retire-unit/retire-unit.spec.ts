import { spec } from '@benkan/testing';
import { unit } from '../unit';
import * as x from '../unit.examples';
import { retireUnit, type RetireUnit } from './retire-unit';

const { given } = spec(unit, retireUnit);
const { at, by, registered, retired } = x;
const begunOn = (validFrom: string) => ({ ...registered, data: { ...registered.data, validFrom } });

const call = (data: Partial<RetireUnit['data']> = {}): RetireUnit => ({
  data: { ...retired.data, unitsBelow: false, ...data },
  at,
  by,
});

describe('registry.retire-unit', () => {
  it('ends a unit', () => given(registered).when(call()).then(retired));
  it('hears the same end once', () => given(registered, retired).when(call()).then());
  it('refuses a second end', () =>
    given(registered, retired)
      .when(call({ effectiveOn: x.LATER }))
      .thenRefused('unit-ended'));
  it('refuses an end while units lie in it', () =>
    given(registered)
      .when(call({ unitsBelow: true }))
      .thenRefused('units-below'));
  it('ends a unit later than on its first day', () => {
    given(begunOn('2023-03-12')).when(call()).then(retired);
    given(begunOn(x.DAY)).when(call()).thenRefused('before-the-last-change');
  });
});
