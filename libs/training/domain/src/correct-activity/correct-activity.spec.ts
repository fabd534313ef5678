import { spec } from '@benkan/testing';
import { activity, type ActivityTold } from '../activity/activity';
import { at, by, reason, recorded, told, withdrawn, wrongTallies } from '../activity/activity.examples';
import { correctActivity } from './correct-activity';

const { given } = spec(activity, correctActivity);
const { unitId: _, ...known } = told;
const correct = (more: Partial<Omit<ActivityTold, 'unitId'>> = {}) => ({
  ...{ data: { told: { ...known, ...more }, reason }, at, by },
});

describe('training.correct-activity', () => {
  it('tells it again, with the reason', () =>
    given(recorded)
      .when(correct({ kind: 'LIGHTING' }))
      .then({ type: 'activity-corrected', data: { ...told, kind: 'LIGHTING', reason } }));
  it('leaves an equal telling alone', () => given(recorded).when(correct()).then());
  it('hears the same correction once', () =>
    given(recorded, { type: 'activity-corrected', data: { ...told, kind: 'SPORT', reason } })
      .when(correct({ kind: 'SPORT' }))
      .then());
  it('leaves it to its committee', () =>
    given(recorded)
      .when(correct({ committeeId: told.activityId }))
      .thenRefused('another-committee'));
  it.each(wrongTallies)('refuses %s', (_name, tally) =>
    given(recorded).when(correct({ tally })).thenRefused('tally-part-exceeds-total'),
  );
  it('refuses what nobody recorded, or was withdrawn', () => {
    given().when(correct()).thenRefused('activity-unknown');
    given(recorded, withdrawn).when(correct()).thenRefused('activity-withdrawn');
  });
});
