import { spec } from '@benkan/testing';
import { established } from '../../registry.examples';
import { committee, type BureauRoleEnded } from '../committee';
import { committeeId, named, saying, seatDefined } from '../committee.examples';
import { endBureauRole } from './end-bureau-role';

const { given } = spec(committee, endBureauRole);
const ended: BureauRoleEnded = {
  type: 'bureau-role-ended',
  data: { committeeId, role: 'SECRETARY', endedOn: '2024-11-30' },
};
const call = (endedOn = '2024-11-30') => saying({ ...ended.data, endedOn });
const known = [established, seatDefined, named] as const;

describe('registry.end-bureau-role', () => {
  it('records that nobody holds the role', () =>
    given(...known)
      .when(call())
      .then(ended));
  it('hears it once', () =>
    given(...known, ended)
      .when(call())
      .then());
  it('refuses a role nobody holds', () => {
    given(established).when(call()).thenRefused('bureau-role-not-held');
    given(...known, ended)
      .when(call('2024-12-01'))
      .thenRefused('bureau-role-not-held');
    given(...known)
      .when(call('2023-12-06'))
      .thenRefused('bureau-role-not-held');
  });
  it('refuses a day to come', () =>
    given(...known)
      .when(call('2024-12-02'))
      .thenRefused('in-the-future'));
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
