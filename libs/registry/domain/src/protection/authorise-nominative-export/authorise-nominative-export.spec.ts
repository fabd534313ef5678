import { spec } from '@benkan/testing';
import { protection } from '../protection';
import { authorised, committeeId, exportId, officer, requested, saying } from '../protection.examples';
import { authoriseNominativeExport } from './authorise-nominative-export';

const { given } = spec(protection, authoriseNominativeExport);
const data = { committeeId, exportId };
const call = saying(data, officer);

describe('registry.authorise-nominative-export', () => {
  it('lets somebody else authorise what was asked', () => given(requested).when(call).then(authorised));
  it('hears it once', () => given(requested, authorised).when(call).then());
  it('refuses who asked', () => given(requested).when(saying(data)).thenRefused('approver-is-requester'));
  it('holds on its last day, and not on the next', () => {
    given(requested)
      .when(saying(data, officer, '2024-12-15T23:59:59.000Z'))
      .then(authorised);
    given(requested)
      .when(saying(data, officer, '2024-12-16T00:00:00.000Z'))
      .thenRefused('export-expired');
  });
  it('refuses what nobody asked for', () => given().when(call).thenRefused('export-unknown'));
  it('refuses a committee nobody established', () =>
    given(requested)
      .when({ ...call, data: { ...data, committeeKnown: false } })
      .thenRefused('committee-unknown'));
});
