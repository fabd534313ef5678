import { spec } from '@benkan/testing';
import { protection } from '../protection';
import { officer, requested, saying, today } from '../protection.examples';
import type { ExportRequested } from '../protection-facts';
import { requestNominativeExport } from './request-nominative-export';

const { given } = spec(protection, requestNominativeExport);
const { requestedBy: _, ...asked } = requested.data;
const call = (more: Partial<ExportRequested> = {}) => saying({ ...asked, ...more });
const until = (expiresOn: string) => ({ ...requested, data: { ...requested.data, expiresOn } });

describe('registry.request-nominative-export', () => {
  it('keeps who asked, for whom and why', () => given().when(call()).then(requested));
  it('may last from today to thirty days', () => {
    given()
      .when(call({ expiresOn: today }))
      .then(until(today));
    given()
      .when(call({ expiresOn: '2024-12-31' }))
      .then(until('2024-12-31'));
  });
  it('refuses the day after', () =>
    given()
      .when(call({ expiresOn: '2025-01-01' }))
      .thenRefused('expires-too-late'));
  it('refuses a day gone by', () =>
    given()
      .when(call({ expiresOn: '2024-11-30' }))
      .thenRefused('expiry-is-past'));
  it('hears it once', () => given(requested).when(call()).then());
  it('is never made another request, nor somebody else’s', () => {
    given(requested)
      .when(call({ purpose: 'INVITATION' }))
      .thenRefused('differs-from-recorded', ['purpose']);
    given(requested).when(saying(asked, officer)).thenRefused('differs-from-recorded', ['requestedBy']);
  });
  it('refuses a committee nobody established', () =>
    given()
      .when({ ...call(), data: { ...asked, committeeKnown: false } })
      .thenRefused('committee-unknown'));
});
