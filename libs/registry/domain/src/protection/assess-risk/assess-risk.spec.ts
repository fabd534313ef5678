import { spec } from '@benkan/testing';
import { protection } from '../protection';
import { assessed, saying, tomorrow } from '../protection.examples';
import type { Assessed } from '../protection-facts';
import { assessRisk } from './assess-risk';

const { given } = spec(protection, assessRisk);
const call = (more: Partial<Assessed> = {}) => saying({ ...assessed.data, ...more });

describe('registry.assess-risk', () => {
  it('records the level, the day and the day of its review', () => given().when(call()).then(assessed));
  it('hears it once', () => given(assessed).when(call()).then());
  it('hears a graver one of the same day', () =>
    given(assessed)
      .when(call({ level: 'EXTREME' }))
      .then({ ...assessed, data: { ...assessed.data, level: 'EXTREME' } }));
  it('refuses a day to come', () =>
    given()
      .when(call({ assessedOn: tomorrow }))
      .thenRefused('in-the-future'));
  it('refuses a review that does not come after it', () =>
    given()
      .when(call({ reviewOn: '2024-11-01' }))
      .thenRefused('review-before-assessment'));
  it('refuses a committee nobody established', () =>
    given()
      .when({ ...call(), data: { ...assessed.data, committeeKnown: false } })
      .thenRefused('committee-unknown'));
});
