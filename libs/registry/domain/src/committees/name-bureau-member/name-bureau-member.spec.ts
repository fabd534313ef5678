import { spec } from '@benkan/testing';
import { established } from '../../registry.examples';
import { committee, type Named } from '../committee';
import { named, saying, seatDefined, seatEnded, second, youth, youthDefined } from '../committee.examples';
import { nameBureauMember } from './name-bureau-member';

const { given } = spec(committee, nameBureauMember);
const call = (more: Partial<Named> = {}) => saying({ ...named.data, ...more });
const known = [established, seatDefined, youthDefined] as const;
const next = { seatId: youth, since: '2024-06-01' } as const;

describe('registry.name-bureau-member', () => {
  it('names the seat that holds a role', () =>
    given(...known)
      .when(call())
      .then(named));
  it('names another one from a later day on', () =>
    given(...known, named)
      .when(call(next))
      .then({ ...named, data: { ...named.data, ...next } }));
  it('has nothing to say of what stands', () => {
    given(...known, named)
      .when(call())
      .then();
    given(...known, named)
      .when(call({ since: '2024-06-01' }))
      .then();
  });
  it('never overwrites the naming of a day', () =>
    given(...known, named)
      .when(call({ seatId: youth }))
      .thenRefused('differs-from-recorded', ['seatId']));
  it.each([
    ['in-the-future', { since: '2024-12-02' }],
    ['seat-unknown', { seatId: second }],
  ] as const)('refuses: %s', (code, more) =>
    given(...known)
      .when(call(more))
      .thenRefused(code),
  );
  it('refuses a seat that ended', () =>
    given(...known, seatEnded)
      .when(call())
      .thenRefused('seat-ended'));
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
