import { spec } from '@benkan/testing';
import { established, installed } from '../../registry.examples';
import { committee } from '../committee';
import { reactivated, saying, suspended } from '../committee.examples';
import { reactivateCommittee } from './reactivate-committee';

const { given } = spec(committee, reactivateCommittee);
const call = (since = '2024-09-01') => saying({ ...reactivated.data, since });
const known = [established, installed, suspended] as const;

describe('registry.reactivate-committee', () => {
  it('ends the suspension', () =>
    given(...known)
      .when(call())
      .then(reactivated));
  it('hears it once', () =>
    given(...known, reactivated)
      .when(call())
      .then());
  it('refuses a committee that works', () => {
    given(established, installed).when(call()).thenRefused('not-suspended');
    given(...known)
      .when(call('2024-05-31'))
      .thenRefused('not-suspended');
    given(...known, reactivated)
      .when(call('2024-10-01'))
      .thenRefused('not-suspended');
  });
  it('refuses a day to come', () =>
    given(...known)
      .when(call('2024-12-02'))
      .thenRefused('in-the-future'));
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
