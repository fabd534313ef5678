import { spec } from '@benkan/testing';
import { established } from '../../registry.examples';
import { committee } from '../committee';
import { saying, seatData, seatDefined } from '../committee.examples';
import type { DefinedSeat } from '../seat';
import { defineSeat } from './define-seat';

const { given } = spec(committee, defineSeat);
const call = (more: Partial<DefinedSeat> = {}) => saying({ ...seatData, ...more });

describe('registry.define-seat', () => {
  it('defines a seat the committee has had from its beginning', () =>
    given(established).when(call()).then(seatDefined));
  it('defines a seat from a day on', () =>
    given(established)
      .when(call({ definedOn: '2024-12-01' }))
      .then({ ...seatDefined, data: { ...seatData, definedOn: '2024-12-01' } }));
  it('hears the same seat once', () => given(established, seatDefined).when(call()).then());
  it('never overwrites a seat', () =>
    given(established, seatDefined)
      .when(call({ category: 'POLICE', basis: 'EX_OFFICIO' }))
      .thenRefused('differs-from-recorded', ['category', 'basis']));
  it('refuses a day to come', () =>
    given(established)
      .when(call({ definedOn: '2024-12-02' }))
      .thenRefused('in-the-future'));
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
