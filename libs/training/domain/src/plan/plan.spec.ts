import { spec } from '@benkan/testing';
import { training, type Planned, type TrainingPlanned } from '../training';
import { at, by, firstDay, planned, secondDay, signed, text } from '../training.examples';
import { plan, type Plan } from './plan';

const { given } = spec(training, plan);

const call = (data: Partial<Plan['data']> = {}): Plan => ({
  data: { ...planned.data, unitKnown: true, ...data },
  at,
  by,
});
const plannedAs = (data: Partial<Planned>): TrainingPlanned => ({
  type: 'training-planned',
  data: { ...planned.data, ...data },
});

describe('training.plan', () => {
  it('plans days, themes and group for a unit', () => given().when(call()).then(planned));
  it('plans without group, with a title', () =>
    given()
      .when(call({ group: null, title: text('1') }))
      .then(plannedAs({ group: null, title: text('1') })));
  it('puts days and themes in one order', () =>
    given()
      .when(
        call({
          days: [secondDay, firstDay],
          themes: ['GOUVERNANCE_PARTICIPATIVE', 'EVALUATION_SECURITAIRE', 'GOUVERNANCE_PARTICIPATIVE'],
        }),
      )
      .then(planned));
  it('plans days to come', () =>
    given()
      .when(call({ days: ['2025-01-10'] }))
      .then(plannedAs({ days: ['2025-01-10'] })));
  it('hears the same plan once', () => given(planned).when(call()).then());
  it('hears it once after signatures too, whatever the order of its days', () =>
    given(planned, signed())
      .when(call({ days: [secondDay, firstDay] }))
      .then());
  it('never overwrites what is written', () =>
    given(planned)
      .when(call({ days: [firstDay], group: 2, title: text('1') }))
      .thenRefused('differs-from-recorded', ['days', 'group', 'title']));
  it('refuses a unit the registry does not know', () =>
    given()
      .when(call({ unitKnown: false }))
      .thenRefused('unit-unknown'));
  it('refuses a day told twice', () =>
    given()
      .when(call({ days: [firstDay, secondDay, firstDay] }))
      .thenRefused('days-repeat'));
});
