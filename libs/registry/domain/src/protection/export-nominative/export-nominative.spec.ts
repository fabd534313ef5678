import { spec } from '@benkan/testing';
import { ids } from '../../registry.examples';
import { protection } from '../protection';
import { authorised, committeeId, exportId, made, officer, requested, saying } from '../protection.examples';
import { exportNominative } from './export-nominative';

const { given } = spec(protection, exportNominative);
const data = { committeeId, exportId, participantIds: [ids.participant] };
const call = saying(data, officer);

describe('registry.export-nominative', () => {
  it('records who was named to whom', () => given(requested, authorised).when(call).then(made));
  it('records every use, not the first only', () => given(requested, authorised, made).when(call).then(made));
  it('refuses what nobody authorised', () =>
    given(requested).when(call).thenRefused('export-not-authorised'));
  it('holds on its last day, and not on the next', () => {
    given(requested, authorised)
      .when(saying(data, officer, '2024-12-15T23:59:59.000Z'))
      .then(made);
    given(requested, authorised)
      .when(saying(data, officer, '2024-12-16T00:00:00.000Z'))
      .thenRefused('export-expired');
  });
  it('refuses what nobody asked for', () => given().when(call).thenRefused('export-unknown'));
  it('refuses a committee nobody established', () =>
    given(requested, authorised)
      .when({ ...call, data: { ...data, committeeKnown: false } })
      .thenRefused('committee-unknown'));
});
