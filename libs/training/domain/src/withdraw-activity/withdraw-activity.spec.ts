import { spec } from '@benkan/testing';
import { activity } from '../activity/activity';
import { at, by, reason, recorded, told, withdrawn } from '../activity/activity.examples';
import { withdrawActivity } from './withdraw-activity';

const { given } = spec(activity, withdrawActivity);
const call = { data: { activityId: told.activityId, reason }, at, by };

describe('training.withdraw-activity', () => {
  it('withdraws, with the reason', () => given(recorded).when(call).then(withdrawn));
  it('hears it once', () => given(recorded, withdrawn).when(call).then());
  it('refuses what nobody recorded', () => given().when(call).thenRefused('activity-unknown'));
});
