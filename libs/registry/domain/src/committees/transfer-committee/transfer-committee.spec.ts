import { spec } from '@benkan/testing';
import { established, ids, text } from '../../registry.examples';
import { committee } from '../committee';
import { committeeId, otherUnit, saying, third, transferred } from '../committee.examples';
import { transferCommittee, type TransferCommittee } from './transfer-committee';

const { given } = spec(committee, transferCommittee);
const call = (more: Partial<TransferCommittee['data']> = {}) =>
  saying({ ...transferred.data, unitKnown: true, heldBy: null, ...more });
const back = { unitId: ids.unit, transferredOn: '2024-09-01' } as const;

describe('registry.transfer-committee', () => {
  it('goes to another unit', () => given(established).when(call()).then(transferred));
  it('goes on where its own reservation was made', () =>
    given(established)
      .when(call({ heldBy: committeeId }))
      .then(transferred));
  it('comes back', () =>
    given(established, transferred)
      .when(call(back))
      .then({ ...transferred, data: { ...transferred.data, ...back } }));
  it('hears the same transfer once', () => given(established, transferred).when(call()).then());
  it('has nothing to say where it has always been', () =>
    given(established)
      .when(call({ unitId: ids.unit }))
      .then());
  it('never overwrites a transfer', () =>
    given(established, transferred)
      .when(call({ transferredOn: '2024-07-02', legalAct: text('9') }))
      .thenRefused('differs-from-recorded', ['transferredOn', 'legalAct']));
  it('refuses a unit that has its committee of the level', () =>
    given(established)
      .when(call({ heldBy: ids.otherCommittee }))
      .thenRefused('unit-has-a-committee'));
  it.each([
    ['unit-unknown', { unitKnown: false }],
    ['in-the-future', { transferredOn: '2024-12-02' }],
  ] as const)('refuses: %s', (code, more) => given(established).when(call(more)).thenRefused(code));
  it('refuses a day before it last went', () =>
    given(established, transferred)
      .when(call({ unitId: third, transferredOn: '2024-06-30' }))
      .thenRefused('before-the-last-transfer'));
  it('refuses a committee nobody established', () =>
    given()
      .when(call({ unitId: otherUnit }))
      .thenRefused('committee-unknown'));
});
