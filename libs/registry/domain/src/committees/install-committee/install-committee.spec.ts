import { spec } from '@benkan/testing';
import { committee, type CommitteeInstalled } from '../committee';
import { at, by, established, ids, installed } from '../../registry.examples';
import { installCommittee } from './install-committee';

const { given } = spec(committee, installCommittee);

const call = (installedOn = '2023-12-07') => ({ data: { committeeId: ids.committee, installedOn }, at, by });
const installedOn = (day: string): CommitteeInstalled => ({
  type: 'committee-installed',
  data: { committeeId: ids.committee, installedOn: day },
});

describe('registry.install-committee', () => {
  it('records the day of the installation', () => given(established).when(call()).then(installed));
  it('accepts today', () => given(established).when(call('2024-12-01')).then(installedOn('2024-12-01')));
  it('hears the same installation once', () => given(established, installed).when(call()).then());
  it('never overwrites what is written', () =>
    given(established, installed)
      .when(call('2023-12-08'))
      .thenRefused('differs-from-recorded', ['installedOn']));
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
  it('refuses a day that has not come', () =>
    given(established).when(call('2024-12-02')).thenRefused('installed-in-the-future'));
});
