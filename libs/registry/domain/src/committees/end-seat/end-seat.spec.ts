import { spec } from '@benkan/testing';
import { established } from '../../registry.examples';
import { committee } from '../committee';
import { left, saying, seatData, seatDefined, seatEnded, seated } from '../committee.examples';
import { endSeat } from './end-seat';

const { given } = spec(committee, endSeat);
const call = (endedOn = '2024-10-01') => saying({ ...seatEnded.data, endedOn });

describe('registry.end-seat', () => {
  it('ends a seat nobody sits on', () => given(established, seatDefined).when(call()).then(seatEnded));
  it('ends it from the day its holder left', () =>
    given(established, seatDefined, seated, left)
      .when(call('2024-08-31'))
      .then({ ...seatEnded, data: { ...seatEnded.data, endedOn: '2024-08-31' } }));
  it('hears the same end once', () => given(established, seatDefined, seatEnded).when(call()).then());
  it('never overwrites the day', () =>
    given(established, seatDefined, seatEnded)
      .when(call('2024-10-02'))
      .thenRefused('differs-from-recorded', ['endedOn']));
  it('refuses a seat somebody sits on', () =>
    given(established, seatDefined, seated).when(call()).thenRefused('seat-is-held'));
  it('refuses a day on which somebody still sat', () =>
    given(established, seatDefined, seated, left).when(call('2024-08-30')).thenRefused('seat-is-held'));
  it('refuses a day before the seat was defined', () =>
    given(established, { ...seatDefined, data: { ...seatData, definedOn: '2024-10-02' } })
      .when(call())
      .thenRefused('before-it-began'));
  it('refuses a day to come', () =>
    given(established, seatDefined).when(call('2024-12-02')).thenRefused('in-the-future'));
  it('refuses a seat nobody defined', () => given(established).when(call()).thenRefused('seat-unknown'));
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
