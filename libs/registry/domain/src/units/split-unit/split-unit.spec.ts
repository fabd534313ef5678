import { fold } from '@benkan/kernel';
import { spec } from '@benkan/testing';
import { unit } from '../unit';
import * as x from '../unit.examples';
import { splitUnit, type SplitUnit } from './split-unit';

const { given } = spec(unit, splitUnit);
const { at, by, registered, split } = x;
const goingOn = { ...split, data: { ...split.data, into: [x.ids.unit, x.north] } };

const call = (data: Partial<SplitUnit['data']> = {}): SplitUnit => ({
  data: { ...split.data, ...x.allIsWell.ending, ...data },
  at,
  by,
});

describe('registry.split-unit', () => {
  it('says what a unit became', () => given(registered).when(call()).then(split));
  it('names each part once, in one order', () =>
    given(registered)
      .when(call({ into: [x.south, x.north, x.south] }))
      .then(split));
  it('hears the same split once', () => given(registered, split).when(call()).then());
  it('lets a unit go on that is one of the parts, whatever lies in it', () => {
    given(registered)
      .when(call({ into: goingOn.data.into, unitsBelow: true }))
      .then(goingOn);
    expect(fold(unit, [registered, goingOn]).status).toBe('registered');
    expect(fold(unit, [registered, split]).status).toBe('ended');
  });
  it('refuses one part', () =>
    given(registered)
      .when(call({ into: [x.north, x.north] }))
      .thenRefused('split-into-one'));
  it('refuses parts nobody registered', () =>
    given(registered)
      .when(call({ successorsKnown: false }))
      .thenRefused('successor-unknown'));
  it('refuses parts that do not exist on the day', () =>
    given(registered)
      .when(call({ successorsStand: false }))
      .thenRefused('successor-not-standing'));
  it('refuses an end while units lie in it', () =>
    given(registered)
      .when(call({ unitsBelow: true }))
      .thenRefused('units-below'));
});
