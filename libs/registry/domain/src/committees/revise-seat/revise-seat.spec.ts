import { spec } from '@benkan/testing';
import { established, text } from '../../registry.examples';
import { committee } from '../committee';
import { designation, left, saying, seatData, seatDefined, seatEnded, seated } from '../committee.examples';
import type { SeatTraits } from '../seat';
import { reviseSeat } from './revise-seat';

const { given } = spec(committee, reviseSeat);
const { definedOn: _, ...traits } = seatData;
const data = { ...traits, reason: text('8') };
const call = (more: Partial<SeatTraits> = {}) => saying({ ...data, ...more });
const alternate = { ...seated, data: { ...designation, quality: 'ALTERNATE' as const } };

describe('registry.revise-seat', () => {
  it('says anew what a seat is', () =>
    given(established, seatDefined)
      .when(call({ category: 'ORG_JEUNES', label: text('9') }))
      .then({ type: 'seat-revised', data: { ...data, category: 'ORG_JEUNES', label: text('9') } }));
  it('has nothing to say where it is so already', () => given(established, seatDefined).when(call()).then());
  it('leaves alternates their place', () =>
    given(established, seatDefined, alternate)
      .when(call({ alternatesAllowed: false }))
      .thenRefused('seat-has-an-alternate'));
  it('may do without alternates once the last has left', () =>
    given(established, seatDefined, alternate, left)
      .when(call({ alternatesAllowed: false }))
      .then({ type: 'seat-revised', data: { ...data, alternatesAllowed: false } }));
  it('refuses a seat that ended', () =>
    given(established, seatDefined, seatEnded)
      .when(call({ basis: 'EX_OFFICIO' }))
      .thenRefused('seat-ended'));
  it('refuses a seat nobody defined', () => given(established).when(call()).thenRefused('seat-unknown'));
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
