import { spec } from '@benkan/testing';
import { established, text } from '../../registry.examples';
import { committee, type CommissionCreated } from '../committee';
import { commission, saying } from '../committee.examples';
import { createWorkingCommission } from './create-working-commission';

const { given } = spec(committee, createWorkingCommission);
const call = (more: Partial<CommissionCreated> = {}) => saying({ ...commission.data, ...more });

describe('registry.create-working-commission', () => {
  it('creates a commission on a theme', () => given(established).when(call()).then(commission));
  it('hears it once', () => given(established, commission).when(call()).then());
  it('never overwrites it', () =>
    given(established, commission)
      .when(call({ theme: text('9'), createdOn: '2024-02-16' }))
      .thenRefused('differs-from-recorded', ['theme', 'createdOn']));
  it('refuses a day to come', () =>
    given(established)
      .when(call({ createdOn: '2024-12-02' }))
      .thenRefused('in-the-future'));
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
