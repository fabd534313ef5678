import { spec } from '@benkan/testing';
import { established } from '../../registry.examples';
import { committee } from '../committee';
import {
  act,
  ben,
  committeeId,
  designation,
  first,
  left,
  saying,
  seatDefined,
  seated,
  second,
  third,
  youth,
  youthDefined,
} from '../committee.examples';
import { replaceMember, type ReplaceMember } from './replace-member';

const { given } = spec(committee, replaceMember);
const data: Omit<ReplaceMember['data'], 'participantKnown'> = {
  ...{ committeeId, membershipId: first, newMembershipId: second, participantId: ben },
  ...{ from: '2024-09-02', termEndsOn: null, legalAct: act, reason: 'REPLACED', note: null },
};
const call = (more: Partial<ReplaceMember['data']> = {}) =>
  saying({ ...data, participantKnown: true, ...more });
const known = [established, seatDefined, youthDefined, seated] as const;
const gone = { ...left, data: { ...left.data, endedOn: '2024-09-02', reason: 'REPLACED' as const } };
const next = {
  ...seated,
  data: { ...designation, membershipId: second, participantId: ben, from: '2024-09-02' },
};

describe('registry.replace-member', () => {
  it('ends the one and seats the other the same day', () =>
    given(...known)
      .when(call())
      .then(gone, next));
  it('gives an alternate’s place to an alternate', () => {
    const alternate = { ...seated, data: { ...designation, quality: 'ALTERNATE' as const } };
    given(established, seatDefined, alternate)
      .when(call())
      .then(gone, { ...next, data: { ...next.data, quality: 'ALTERNATE' } });
  });
  it('hears the same replacement once', () =>
    given(...known, gone, next)
      .when(call())
      .then());
  it('completes one of which only the first half was told', () =>
    given(...known, gone)
      .when(call())
      .then(next));
  it('does neither where the other has a seat', () =>
    given(...known, {
      ...seated,
      data: { ...designation, membershipId: third, participantId: ben, seatId: youth },
    })
      .when(call())
      .thenRefused('person-has-a-seat'));
  it('does neither where the one left on another day', () =>
    given(...known, left)
      .when(call())
      .thenRefused('differs-from-recorded', ['endedOn', 'reason']));
  it.each([
    ['participant-unknown', { participantKnown: false }],
    ['membership-unknown', { membershipId: third }],
    ['in-the-future', { from: '2024-12-02' }],
    ['before-it-began', { from: '2023-12-06' }],
  ] as const)('refuses: %s', (code, more) =>
    given(...known)
      .when(call(more))
      .thenRefused(code),
  );
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
