import { spec } from '@benkan/testing';
import { established, installed } from '../../registry.examples';
import { committee, type Suspended } from '../committee';
import { reactivated, saying, suspended } from '../committee.examples';
import { suspendCommittee } from './suspend-committee';

const { given } = spec(committee, suspendCommittee);
const call = (more: Partial<Suspended> = {}) => saying({ ...suspended.data, ...more });
const known = [established, installed] as const;

describe('registry.suspend-committee', () => {
  it('suspends an installed committee', () =>
    given(...known)
      .when(call())
      .then(suspended));
  it('suspends it again after it worked', () =>
    given(...known, suspended, reactivated)
      .when(call({ since: '2024-10-01' }))
      .then({ ...suspended, data: { ...suspended.data, since: '2024-10-01' } }));
  it('hears it once', () =>
    given(...known, suspended)
      .when(call())
      .then());
  it('never overwrites the reason', () =>
    given(...known, suspended)
      .when(call({ reason: 'NO_EXECUTIVE' }))
      .thenRefused('differs-from-recorded', ['reason']));
  it('refuses a committee suspended on that day', () =>
    given(...known, suspended)
      .when(call({ since: '2024-07-01' }))
      .thenRefused('already-suspended'));
  it('refuses a committee that was never installed', () =>
    given(established).when(call()).thenRefused('committee-not-installed'));
  it.each([
    ['in-the-future', { since: '2024-12-02' }],
    ['before-it-began', { since: '2023-12-06' }],
  ] as const)('refuses: %s', (code, more) =>
    given(...known)
      .when(call(more))
      .thenRefused(code),
  );
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
