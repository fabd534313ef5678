import { spec } from '@benkan/testing';
import { saying, rejected, sent, toTwo } from '../following.examples';
import { recommendation, type Sending } from '../recommendation';
import { claimed, issued, verified } from '../recommendation.examples';
import { sendRecommendation } from './send-recommendation';

const { given } = spec(recommendation, sendRecommendation);
const send = (to: number | null = null, on = '2024-11-22', channel: Sending['channel'] = 'LETTER') =>
  saying({ addressee: to, on, channel });

describe('meetings.send-recommendation', () => {
  it('goes to the only addressee without naming it', () => given(issued).when(send()).then(sent()));
  it('goes to the addressee that is named', () => given(toTwo).when(send(2)).then(sent('2024-11-22', 2)));
  it('may go on the day it was issued, and today', () => {
    given(issued).when(send(1, '2024-11-21')).then(sent('2024-11-21'));
    given(issued).when(send(1, '2024-12-01')).then(sent('2024-12-01'));
  });
  it('may go again, another day', () =>
    given(issued, sent()).when(send(1, '2024-11-25')).then(sent('2024-11-25')));
  it('hears the same sending once, even after it was closed', () => {
    given(issued, sent()).when(send()).then();
    given(issued, sent(), rejected).when(send()).then();
  });
  it('may go while a claim waits to be verified', () => given(issued, claimed()).when(send()).then(sent()));
  it('refuses to guess among several addressees', () =>
    given(toTwo).when(send()).thenRefused('addressee-not-named'));
  it('refuses an addressee nobody wrote to', () =>
    given(toTwo).when(send(3)).thenRefused('addressee-unknown'));
  it('refuses a recommendation nobody issued', () =>
    given().when(send()).thenRefused('recommendation-unknown'));
  it('refuses a day before the issue', () =>
    given(issued).when(send(1, '2024-11-20')).thenRefused('before-it-was-issued'));
  it('refuses a day that has not come', () =>
    given(issued).when(send(1, '2024-12-02')).thenRefused('in-the-future'));
  it('refuses what was verified or closed', () => {
    given(issued, claimed(), verified()).when(send()).thenRefused('already-verified');
    given(issued, rejected).when(send()).thenRefused('already-closed');
  });
});
