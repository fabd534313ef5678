import { spec } from '@benkan/testing';
import { text } from '../../meeting.examples';
import { abandoned, rejected, reopened, saying } from '../following.examples';
import { recommendation } from '../recommendation';
import { claimed, issued, progress, verified } from '../recommendation.examples';
import { reopenRecommendation } from './reopen-recommendation';

const { given } = spec(recommendation, reopenRecommendation);
const reopen = (on = '2024-11-30', reason = 'e') => saying({ on, reason: text(reason) });

describe('meetings.reopen-recommendation', () => {
  it('opens what was claimed or verified wrongly', () => {
    given(issued, claimed()).when(reopen()).then(reopened());
    given(issued, claimed(), verified()).when(reopen()).then(reopened());
  });
  it('opens what was rejected or abandoned, the same day too', () => {
    given(issued, rejected).when(reopen()).then(reopened());
    given(issued, abandoned).when(reopen('2024-11-29')).then(reopened('2024-11-29'));
  });
  it('opens it again after it was claimed again', () =>
    given(issued, claimed(), reopened(), claimed()).when(reopen('2024-12-01')).then(reopened('2024-12-01')));
  it('hears the same once', () => given(issued, rejected, reopened()).when(reopen()).then());
  it('refuses what is open', () => {
    given(issued).when(reopen()).thenRefused('not-closed');
    given(issued, progress()).when(reopen()).thenRefused('not-closed');
    given(issued, rejected, reopened()).when(reopen('2024-12-01')).thenRefused('not-closed');
  });
  it('refuses a day before it was claimed, verified or closed', () => {
    given(issued, claimed()).when(reopen('2024-11-27')).thenRefused('before-it-was-closed');
    given(issued, claimed(), verified()).when(reopen('2024-11-28')).thenRefused('before-it-was-closed');
    given(issued, rejected).when(reopen('2024-11-28')).thenRefused('before-it-was-closed');
  });
  it('refuses a day that has not come, and what nobody issued', () => {
    given(issued, rejected).when(reopen('2024-12-02')).thenRefused('in-the-future');
    given().when(reopen()).thenRefused('recommendation-unknown');
  });
});
