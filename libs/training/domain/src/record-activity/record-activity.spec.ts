import { spec } from '@benkan/testing';
import { activity, type ActivityTold } from '../activity/activity';
import { at, by, recorded, tally, told, withdrawn, wrongTallies } from '../activity/activity.examples';
import { recordActivity } from './record-activity';

const { given } = spec(activity, recordActivity);
const record = (more: Partial<ActivityTold> = {}, committeeKnown = true) => ({
  ...{ data: { told: { ...told, ...more }, committeeKnown }, at, by },
});

describe('training.record-activity', () => {
  it('records an activity, joint with the forces named', () => given().when(record()).then(recorded));
  it('puts days and corps in one order', () =>
    given()
      .when(record({ days: ['2024-11-30', '2024-11-29'], jointWith: ['POLICE', 'GENDARMERIE', 'POLICE'] }))
      .then(recorded));
  it('records one without counts', () =>
    given()
      .when(record({ tally: null, jointWith: [] }))
      .then({ ...recorded, data: { ...told, tally: null, jointWith: [] } }));
  it('hears the same activity once, wherever its committee went since', () =>
    given(recorded)
      .when(record({ unitId: '88888888-8888-5888-8888-888888888888' }))
      .then());
  it('never overwrites what is written', () =>
    given(recorded)
      .when(record({ kind: 'SPORT', tally: { ...tally, women: 21 } }))
      .thenRefused('differs-from-recorded', ['kind', 'tally']));
  it.each(wrongTallies)('refuses %s', (_, wrong) =>
    given()
      .when(record({ tally: wrong }))
      .thenRefused('tally-part-exceeds-total'),
  );
  it('refuses a day told twice, or to come', () => {
    given()
      .when(record({ days: ['2024-11-29', '2024-11-29'] }))
      .thenRefused('days-repeat');
    given()
      .when(record({ days: ['2024-12-03'] }))
      .thenRefused('day-is-in-the-future');
  });
  it('asks what it was where it was something else', () =>
    given()
      .when(record({ kind: 'OTHER' }))
      .thenRefused('other-kind-missing'));
  it('refuses a committee the registry does not know', () =>
    given().when(record({}, false)).thenRefused('committee-unknown'));
  it('refuses what was withdrawn', () =>
    given(recorded, withdrawn).when(record()).thenRefused('activity-withdrawn'));
});
