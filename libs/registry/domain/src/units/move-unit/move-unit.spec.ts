import { spec } from '@benkan/testing';
import { unit } from '../unit';
import * as x from '../unit.examples';
import { moveUnit, type MoveUnit } from './move-unit';

const { given } = spec(unit, moveUnit);
const { at, by, moved, registered } = x;

const call = (data: Partial<MoveUnit['data']> = {}): MoveUnit => ({
  data: { ...moved.data, ...x.allIsWell.move, ...data },
  at,
  by,
});

describe('registry.move-unit', () => {
  it('places a unit in another one from a day on', () => given(registered).when(call()).then(moved));
  it('moves it on the day it is reclassified too', () =>
    given(registered, x.reclassified).when(call()).then(moved));
  it('hears the same move once', () => given(registered, moved).when(call()).then());
  it('has nothing to say where the unit lies there already', () =>
    given(registered)
      .when(call({ parentId: x.ids.parent }))
      .then());
  it('refuses a parent the registry does not know', () =>
    given(registered)
      .when(call({ parentKnown: false }))
      .thenRefused('parent-unknown'));
  it('refuses a parent that does not exist on the day', () =>
    given(registered)
      .when(call({ parentStands: false }))
      .thenRefused('parent-not-standing'));
  it('refuses a parent that lies in the unit', () =>
    given(registered)
      .when(call({ above: [x.north, x.ids.unit, x.south] }))
      .thenRefused('parent-below-the-unit'));
});
