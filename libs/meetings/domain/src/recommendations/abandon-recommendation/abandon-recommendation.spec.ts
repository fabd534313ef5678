import { spec } from '@benkan/testing';
import { text } from '../../meeting.examples';
import { abandoned, rejected, reopened, saying } from '../following.examples';
import { recommendation } from '../recommendation';
import { claimed, issued, progress, verified } from '../recommendation.examples';
import { abandonRecommendation } from './abandon-recommendation';

const { given } = spec(recommendation, abandonRecommendation);
const abandon = (on = '2024-11-29', reason = 'd') => saying({ on, reason: text(reason) });

describe('meetings.abandon-recommendation', () => {
  it('closes what is open, with the reason', () => {
    given(issued).when(abandon()).then(abandoned);
    given(issued, progress()).when(abandon()).then(abandoned);
  });
  it('closes again what was reopened, from that day on', () => {
    given(issued, rejected, reopened('2024-11-29')).when(abandon()).then(abandoned);
    given(issued, rejected, reopened()).when(abandon()).thenRefused('before-it-was-reopened');
  });
  it('hears the same once', () => given(issued, abandoned).when(abandon()).then());
  it('never overwrites what is written', () =>
    given(issued, abandoned)
      .when(abandon('2024-11-30', '9'))
      .thenRefused('differs-from-recorded', ['on', 'reason']));
  it('refuses what is claimed, verified or closed another way', () => {
    given(issued, claimed()).when(abandon()).thenRefused('already-claimed');
    given(issued, claimed(), verified()).when(abandon()).thenRefused('already-verified');
    given(issued, rejected).when(abandon()).thenRefused('already-closed');
  });
  it('refuses a recommendation nobody issued', () =>
    given().when(abandon()).thenRefused('recommendation-unknown'));
  it('refuses a day before the issue, or that has not come', () => {
    given(issued).when(abandon('2024-11-20')).thenRefused('before-it-was-issued');
    given(issued).when(abandon('2024-12-02')).thenRefused('in-the-future');
  });
});
