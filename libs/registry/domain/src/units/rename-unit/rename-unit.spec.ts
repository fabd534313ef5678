import { spec } from '@benkan/testing';
import { unit } from '../unit';
import * as x from '../unit.examples';
import { renameUnit, type RenameUnit } from './rename-unit';

const { given } = spec(unit, renameUnit);
const { at, by, renamed, registered } = x;

const call = (data: Partial<RenameUnit['data']> = {}): RenameUnit => ({
  data: { ...renamed.data, ...data },
  at,
  by,
});

describe('registry.rename-unit', () => {
  it('changes the unit from a day on', () => given(registered).when(call()).then(renamed));
  it('needs no legal act', () =>
    given(registered)
      .when(call({ legalAct: null }))
      .then({ ...renamed, data: { ...renamed.data, legalAct: null } }));
  it('hears the same change once', () => given(registered, renamed).when(call()).then());
  it('has nothing to say where it is so already', () =>
    given(registered)
      .when(call({ name: registered.data.name }))
      .then());
  it('refuses another one of its kind on the same day', () =>
    given(registered, renamed)
      .when(call({ name: x.text('6') }))
      .thenRefused('differs-from-recorded', ['name']));
  it('refuses another act for the same change', () =>
    given(registered, renamed)
      .when(call({ legalAct: null }))
      .thenRefused('differs-from-recorded', ['legalAct']));
  it('refuses a day before the unit began', () =>
    given({ ...registered, data: { ...registered.data, validFrom: x.LATER } })
      .when(call())
      .thenRefused('before-the-last-change'));
  it('takes effect by the end of next year', () =>
    given(registered)
      .when(call({ effectiveOn: '2025-12-31' }))
      .then({ ...renamed, data: { ...renamed.data, effectiveOn: '2025-12-31' } }));
  it('refuses a year beyond', () =>
    given(registered)
      .when(call({ effectiveOn: '2026-01-01' }))
      .thenRefused('too-far-ahead'));
});
