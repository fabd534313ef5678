import { spec } from '@benkan/testing';
import { established } from '../../registry.examples';
import { committee, type CommitteeEstablished, type PresidencyCapacity } from '../committee';
import { awa, left, mayor, saying, seatDefined, seated, vacated } from '../committee.examples';
import { designatePresident, type DesignatePresident } from './designate-president';

const { given } = spec(committee, designatePresident);
const call = (more: Partial<DesignatePresident['data']> = {}) =>
  saying({ ...mayor.data, participantKnown: true, ...more });
const regional: CommitteeEstablished = { ...established, data: { ...established.data, level: 'REGION' } };
const capacities = ['MAIRE', 'PRESIDENT_DELEGATION_SPECIALE', 'CARETAKER', 'INTERIM', 'GOUVERNEUR'] as const;

describe('registry.designate-president', () => {
  it('records a mayor nobody names', () => given(established).when(call()).then(mayor));
  it('records who presides', () =>
    given(established)
      .when(call({ participantId: awa }))
      .then({ ...mayor, data: { ...mayor.data, participantId: awa } }));
  it('ends a vacancy', () =>
    given(established, mayor, vacated)
      .when(call({ capacity: 'PRESIDENT_DELEGATION_SPECIALE', since: '2024-11-01' }))
      .then({
        ...mayor,
        data: { ...mayor.data, capacity: 'PRESIDENT_DELEGATION_SPECIALE', since: '2024-11-01' },
      }));
  it('hears the same designation once, whatever followed', () =>
    given(established, mayor, vacated).when(call()).then());
  it('never overwrites who presides from a day on', () =>
    given(established, mayor)
      .when(call({ capacity: 'INTERIM', participantId: awa }))
      .thenRefused('differs-from-recorded', ['capacity', 'participantId']));
  it.each<[CommitteeEstablished['data']['level'], readonly PresidencyCapacity[]]>([
    ['REGION', ['INTERIM', 'GOUVERNEUR']],
    ['COMMUNE', ['MAIRE', 'PRESIDENT_DELEGATION_SPECIALE', 'CARETAKER', 'INTERIM']],
  ])('%s: %j and nobody else', (level, allowed) => {
    for (const capacity of capacities) {
      const decision = given(level === 'REGION' ? regional : established).when(call({ capacity }));
      if (allowed.includes(capacity)) decision.then({ ...mayor, data: { ...mayor.data, capacity } });
      else decision.thenRefused('capacity-not-of-this-level');
    }
  });
  it('refuses the presidency to who has a seat, unless standing in', () => {
    const seat = [established, seatDefined, seated] as const;
    given(...seat)
      .when(call({ participantId: awa }))
      .thenRefused('person-has-a-seat');
    for (const capacity of ['INTERIM', 'CARETAKER'] as const)
      given(...seat)
        .when(call({ participantId: awa, capacity }))
        .then({ ...mayor, data: { ...mayor.data, participantId: awa, capacity } });
  });
  it('gives it to who left the seat, and for the time before another came', () => {
    given(established, seatDefined, seated, left)
      .when(call({ participantId: awa, since: '2024-08-31' }))
      .then({ ...mayor, data: { ...mayor.data, participantId: awa, since: '2024-08-31' } });
  });
  it.each([
    ['in-the-future', { since: '2024-12-02' }],
    ['participant-unknown', { participantId: awa, participantKnown: false }],
  ] as const)('refuses: %s', (code, more) => given(established).when(call(more)).thenRefused(code));
  it('refuses a committee nobody established', () => given().when(call()).thenRefused('committee-unknown'));
});
