import { spec } from '@benkan/testing';
import { established, text } from '../../registry.examples';
import { committee, type Rules } from '../committee';
import { rules, saying } from '../committee.examples';
import { adoptRules } from './adopt-rules';

const { given } = spec(committee, adoptRules);
const call = (more: Partial<Rules> = {}) => saying({ ...rules.data, ...more });
const half = { kind: 'SHARE', numerator: 1, denominator: 2 } as const;

describe('registry.adopt-rules', () => {
  it('records rules that leave the quorum and the source unknown', () =>
    given(established).when(call()).then(rules));
  it('records a quorum and an unknown frequency', () =>
    given(established)
      .when(call({ frequency: 'UNKNOWN', quorum: half, source: text('7') }))
      .then({ ...rules, data: { ...rules.data, frequency: 'UNKNOWN', quorum: half, source: text('7') } }));
  it('records older rules late, beside newer ones', () =>
    given(established, rules)
      .when(call({ adoptedOn: '2023-12-15', frequency: 'QUARTERLY' }))
      .then({ ...rules, data: { ...rules.data, adoptedOn: '2023-12-15', frequency: 'QUARTERLY' } }));
  it('hears the same rules once', () => given(established, rules).when(call()).then());
  it('never overwrites the rules of a day', () =>
    given(established, rules)
      .when(call({ frequency: 'QUARTERLY', quorum: half }))
      .thenRefused('differs-from-recorded', ['frequency', 'quorum']));
  it('refuses a day to come', () =>
    given(established)
      .when(call({ adoptedOn: '2024-12-02' }))
      .thenRefused('in-the-future'));
  it.each([
    [1, 1, true],
    [3, 2, false],
  ])('a quorum of %s out of %s: %s', (numerator, denominator, holds) => {
    const decision = given(established).when(call({ quorum: { kind: 'SHARE', numerator, denominator } }));
    if (!holds) return decision.thenRefused('quorum-above-one');
    decision.then({
      ...rules,
      data: { ...rules.data, quorum: { kind: 'SHARE', numerator, denominator } },
    });
  });
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
