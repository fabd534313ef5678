import { spec } from '@benkan/testing';
import { established, text } from '../../registry.examples';
import { committee } from '../committee';
import { left, saying, seatDefined, seated, second } from '../committee.examples';
import type { EndedMembership } from '../seat';
import { endMembership } from './end-membership';

const { given } = spec(committee, endMembership);
const call = (more: Partial<EndedMembership> = {}) => saying({ ...left.data, ...more });
const known = [established, seatDefined, seated] as const;

describe('registry.end-membership', () => {
  it('ends a membership for a reason', () =>
    given(...known)
      .when(call())
      .then(left));
  it('ends it the day it began, where it was recorded in error', () =>
    given(...known)
      .when(call({ endedOn: '2023-12-07', reason: 'RECORDED_IN_ERROR' }))
      .then({ ...left, data: { ...left.data, endedOn: '2023-12-07', reason: 'RECORDED_IN_ERROR' } }));
  it('hears the same end once', () =>
    given(...known, left)
      .when(call())
      .then());
  it('never overwrites the end', () =>
    given(...known, left)
      .when(call({ endedOn: '2024-09-01', reason: 'DEATH', note: text('9') }))
      .thenRefused('differs-from-recorded', ['endedOn', 'reason', 'note']));
  it.each([
    ['in-the-future', { endedOn: '2024-12-02' }],
    ['before-it-began', { endedOn: '2023-12-06' }],
    ['membership-unknown', { membershipId: second }],
  ] as const)('refuses: %s', (code, more) =>
    given(...known)
      .when(call(more))
      .thenRefused(code),
  );
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
