import { spec } from '@benkan/testing';
import { unit } from '../unit';
import * as x from '../unit.examples';
import { reclassifyUnit, type ReclassifyUnit } from './reclassify-unit';

const { given } = spec(unit, reclassifyUnit);
const { at, by, reclassified, registered } = x;

const call = (data: Partial<ReclassifyUnit['data']> = {}): ReclassifyUnit => ({
  data: { ...reclassified.data, ...data },
  at,
  by,
});

describe('registry.reclassify-unit', () => {
  it('changes the unit from a day on', () => given(registered).when(call()).then(reclassified));
  it('needs no legal act', () =>
    given(registered)
      .when(call({ legalAct: null }))
      .then({ ...reclassified, data: { ...reclassified.data, legalAct: null } }));
  it('hears the same change once', () => given(registered, reclassified).when(call()).then());
  it('has nothing to say where it is so already', () =>
    given(registered)
      .when(call({ unitType: registered.data.unitType }))
      .then());
  it('refuses another one of its kind on the same day', () =>
    given(registered, reclassified)
      .when(call({ unitType: 'CERCLE' }))
      .thenRefused('differs-from-recorded', ['unitType']));
  it('refuses another act for the same change', () =>
    given(registered, reclassified)
      .when(call({ legalAct: null }))
      .thenRefused('differs-from-recorded', ['legalAct']));
  it('refuses a day before the unit began', () =>
    given({ ...registered, data: { ...registered.data, validFrom: x.LATER } })
      .when(call())
      .thenRefused('before-the-last-change'));
  it('takes effect by the end of next year', () =>
    given(registered)
      .when(call({ effectiveOn: '2025-12-31' }))
      .then({ ...reclassified, data: { ...reclassified.data, effectiveOn: '2025-12-31' } }));
  it('refuses a year beyond', () =>
    given(registered)
      .when(call({ effectiveOn: '2026-01-01' }))
      .thenRefused('too-far-ahead'));
});
