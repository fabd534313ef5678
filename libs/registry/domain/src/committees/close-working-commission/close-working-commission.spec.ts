import { spec } from '@benkan/testing';
import { established } from '../../registry.examples';
import { committee, type WorkingCommissionClosed } from '../committee';
import { commission, commissionId, committeeId, saying } from '../committee.examples';
import { closeWorkingCommission } from './close-working-commission';

const { given } = spec(committee, closeWorkingCommission);
const closed: WorkingCommissionClosed = {
  type: 'working-commission-closed',
  data: { committeeId, commissionId, closedOn: '2024-11-30' },
};
const call = (closedOn = '2024-11-30') => saying({ ...closed.data, closedOn });

describe('registry.close-working-commission', () => {
  it('closes a commission', () => given(established, commission).when(call()).then(closed));
  it('hears it once', () => given(established, commission, closed).when(call()).then());
  it('never overwrites the day', () =>
    given(established, commission, closed)
      .when(call('2024-12-01'))
      .thenRefused('differs-from-recorded', ['closedOn']));
  it('refuses a day before it was created', () =>
    given(established, commission).when(call('2024-02-14')).thenRefused('before-it-began'));
  it('refuses a day to come', () =>
    given(established, commission).when(call('2024-12-02')).thenRefused('in-the-future'));
  it('refuses a commission nobody created', () =>
    given(established).when(call()).thenRefused('commission-unknown'));
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
