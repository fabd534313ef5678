import { spec } from '@benkan/testing';
import { text } from '../../meeting.examples';
import { abandoned, rejected, reopened, saying } from '../following.examples';
import { recommendation } from '../recommendation';
import { claimed, issued, progress, verified } from '../recommendation.examples';
import { rejectRecommendation } from './reject-recommendation';

const { given } = spec(recommendation, rejectRecommendation);
const reject = (on = '2024-11-29', reason = 'c') => saying({ on, reason: text(reason) });

describe('meetings.reject-recommendation', () => {
  it('closes what is open, with the reason', () => {
    given(issued).when(reject()).then(rejected);
    given(issued, progress()).when(reject()).then(rejected);
  });
  it('closes again what was reopened, from that day on', () => {
    given(issued, abandoned, reopened('2024-11-29')).when(reject()).then(rejected);
    given(issued, abandoned, reopened()).when(reject()).thenRefused('before-it-was-reopened');
  });
  it('hears the same once', () => given(issued, rejected).when(reject()).then());
  it('never overwrites what is written', () =>
    given(issued, rejected)
      .when(reject('2024-11-30', '9'))
      .thenRefused('differs-from-recorded', ['on', 'reason']));
  it('refuses what is claimed, verified or closed another way', () => {
    given(issued, claimed()).when(reject()).thenRefused('already-claimed');
    given(issued, claimed(), verified()).when(reject()).thenRefused('already-verified');
    given(issued, abandoned).when(reject()).thenRefused('already-closed');
  });
  it('refuses a recommendation nobody issued', () =>
    given().when(reject()).thenRefused('recommendation-unknown'));
  it('refuses a day before the issue, or that has not come', () => {
    given(issued).when(reject('2024-11-20')).thenRefused('before-it-was-issued');
    given(issued).when(reject('2024-12-02')).thenRefused('in-the-future');
  });
});
