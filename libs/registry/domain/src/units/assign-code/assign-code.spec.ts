import { spec } from '@benkan/testing';
import { unit } from '../unit';
import * as x from '../unit.examples';
import type { CodeAssigned } from '../unit-facts';
import { assignCode, type AssignCode } from './assign-code';

const { given } = spec(unit, assignCode);
const { at, by, coded, registered } = x;

type Data = Partial<AssignCode['data']>;
const call = (data: Data = {}): AssignCode => ({ data: { ...coded.data, heldBy: null, ...data }, at, by });
const as = (data: Partial<CodeAssigned['data']>): CodeAssigned => ({
  type: 'code-assigned',
  data: { ...coded.data, ...data },
});
const untilLater = { validTo: x.LATER };

describe('registry.assign-code', () => {
  it('gives a unit a code from a day on', () => given(registered).when(call()).then(coded));
  it('goes on where its own reservation was made', () =>
    given(registered)
      .when(call({ heldBy: x.ids.unit }))
      .then(coded));
  it('hears the same code once', () => given(registered, coded).when(call()).then());
  it('says until when a code was valid', () =>
    given(registered, coded).when(call(untilLater)).then(as(untilLater)));
  it('never opens again what was closed', () =>
    given(registered, coded, as(untilLater)).when(call()).thenRefused('differs-from-recorded', ['validTo']));
  it('never moves a beginning', () =>
    given(registered, coded)
      .when(call({ validFrom: null }))
      .thenRefused('differs-from-recorded', ['validFrom']));
  it('refuses another code of the same edition on the same days', () =>
    given(registered, coded)
      .when(call({ code: '07' }))
      .thenRefused('has-another-code'));
  it('follows a code of the same edition that has ended', () =>
    given(registered, coded, as(untilLater))
      .when(call({ code: '07', validFrom: x.LATER }))
      .then(as({ code: '07', validFrom: x.LATER })));
  it('refuses one day too early', () =>
    given(registered, coded, as(untilLater))
      .when(call({ code: '07', validFrom: '2024-01-31' }))
      .thenRefused('has-another-code'));
  it('refuses a code another unit holds', () =>
    given(registered)
      .when(call({ heldBy: x.north }))
      .thenRefused('code-held-by-another'));
  it.each([x.DAY, '2023-03-12'])('refuses an end on or before the beginning: %s', (validTo) =>
    given(registered).when(call({ validTo })).thenRefused('validity-ends-before-it-begins'),
  );
});
