import { spec } from '@benkan/testing';
import { meeting, type Convened, type Held, type MeetingConvened, type PresidingCapacity } from '../meeting';
import { at, by, convened, held, tallied, text } from '../meeting.examples';
import { hold } from './hold';

const { given } = spec(meeting, hold);

const call = (data: Partial<Held> = {}) => ({ data: { ...held.data, ...data }, at, by });
const convenedAs = (data: Partial<Convened>): MeetingConvened => ({
  type: 'meeting-convened',
  data: { ...convened.data, ...data },
});

const everyCapacity: Readonly<Record<PresidingCapacity, readonly Convened['level'][]>> = {
  MAIRE: ['COMMUNE'],
  PRESIDENT_DELEGATION_SPECIALE: ['COMMUNE'],
  CARETAKER: ['COMMUNE'],
  INTERIM: ['COMMUNE', 'REGION'],
  GOUVERNEUR: ['REGION'],
  NOT_REPORTED: ['COMMUNE', 'REGION'],
};
const pairs = Object.entries(everyCapacity).flatMap(([capacity, levels]) =>
  (['COMMUNE', 'REGION'] as const).map((level) => ({
    capacity: capacity as PresidingCapacity,
    level,
    may: levels.includes(level),
  })),
);

describe('meetings.hold', () => {
  it('records that a convened meeting was held', () => given(convened).when(call()).then(held));
  it('accepts a day other than the planned one', () =>
    given(convened)
      .when(call({ heldOn: '2024-11-23' }))
      .then({ type: 'meeting-held', data: { ...held.data, heldOn: '2024-11-23' } }));
  it('accepts the day of the installation', () =>
    given(convened)
      .when(call({ heldOn: '2023-12-07' }))
      .then({ type: 'meeting-held', data: { ...held.data, heldOn: '2023-12-07' } }));
  it('accepts today', () =>
    given(convened)
      .when(call({ heldOn: '2024-12-01', place: text('1') }))
      .then({ type: 'meeting-held', data: { ...held.data, heldOn: '2024-12-01', place: text('1') } }));
  it('hears the same meeting once', () => given(convened, held).when(call()).then());
  it('hears it once after its attendance too', () => given(convened, held, tallied).when(call()).then());
  it('never overwrites what is written', () =>
    given(convened, held)
      .when(call({ heldOn: '2024-11-22', presidingCapacity: 'INTERIM', place: text('1') }))
      .thenRefused('differs-from-recorded', ['heldOn', 'presidingCapacity', 'place']));
  it('refuses a meeting nobody convened', () => given().when(call()).thenRefused('meeting-unknown'));
  it('refuses a committee that was not installed', () =>
    given(convenedAs({ installedOn: null }))
      .when(call())
      .thenRefused('committee-not-installed'));
  it('refuses a day before the installation', () =>
    given(convened)
      .when(call({ heldOn: '2023-12-06' }))
      .thenRefused('held-before-installation'));
  it('refuses a day that has not come', () =>
    given(convened)
      .when(call({ heldOn: '2024-12-02' }))
      .thenRefused('held-in-the-future'));

  it.each(pairs.filter(({ may }) => may))('lets $capacity preside in a $level', ({ capacity, level }) =>
    given(convenedAs({ level }))
      .when(call({ presidingCapacity: capacity }))
      .then({ type: 'meeting-held', data: { ...held.data, presidingCapacity: capacity } }),
  );
  it.each(pairs.filter(({ may }) => !may))('refuses $capacity in a $level', ({ capacity, level }) =>
    given(convenedAs({ level }))
      .when(call({ presidingCapacity: capacity }))
      .thenRefused('capacity-not-of-this-level'),
  );
});
