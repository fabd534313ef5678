import { spec } from '@benkan/testing';
import { abandoned, acknowledged, focalPoint, police, saying, sent, toTwo } from '../following.examples';
import { recommendation } from '../recommendation';
import { claimed, issued, verified } from '../recommendation.examples';
import { acknowledgeRecommendation } from './acknowledge-recommendation';

const { given } = spec(recommendation, acknowledgeRecommendation);
const acknowledge = (on = '2024-11-23', addressee: number | null = null) =>
  saying({ addressee, on, corps: null });
const atPolice = saying({ addressee: 2, on: '2024-11-23', corps: 'POLICE' as const }, focalPoint);

describe('meetings.acknowledge-recommendation', () => {
  it('says that the addressee has it', () => given(issued, sent()).when(acknowledge()).then(acknowledged));
  it('may be on the day it was sent', () =>
    given(issued, sent())
      .when(acknowledge('2024-11-22'))
      .then({ ...acknowledged, data: { ...acknowledged.data, on: '2024-11-22' } }));
  it('is said by a corps for itself', () =>
    given(toTwo, police, sent('2024-11-22', 2))
      .when(atPolice)
      .then({ ...acknowledged, data: { ...acknowledged.data, addressee: 2, corps: 'POLICE' } }));
  it('is heard once', () => given(issued, sent(), acknowledged).when(acknowledge()).then());
  it('never overwrites what is written', () =>
    given(issued, sent(), acknowledged)
      .when(acknowledge('2024-11-25'))
      .thenRefused('differs-from-recorded', ['on']));
  it('refuses what was sent to nobody, or to another', () => {
    given(issued).when(acknowledge()).thenRefused('not-sent');
    given(toTwo, sent('2024-11-22', 2)).when(acknowledge('2024-11-23', 1)).thenRefused('not-sent');
  });
  it('refuses a day before it was first sent', () =>
    given(issued, sent('2024-11-25'), sent())
      .when(acknowledge('2024-11-21'))
      .thenRefused('before-it-was-sent'));
  it('refuses a day that has not come', () =>
    given(issued, sent()).when(acknowledge('2024-12-02')).thenRefused('in-the-future'));
  it('refuses to guess among several addressees, and one nobody wrote to', () => {
    given(toTwo, sent()).when(acknowledge()).thenRefused('addressee-not-named');
    given(toTwo, sent()).when(acknowledge('2024-11-23', 9)).thenRefused('addressee-unknown');
  });
  it('refuses a corps that speaks for a mayor', () =>
    given(issued, sent())
      .when(saying({ addressee: 1, on: '2024-11-23', corps: null }, focalPoint))
      .thenRefused('not-addressed-to-security'));
  it('refuses a recommendation nobody issued, one verified, one closed', () => {
    given().when(acknowledge()).thenRefused('recommendation-unknown');
    given(issued, sent(), claimed(), verified()).when(acknowledge()).thenRefused('already-verified');
    given(issued, sent(), abandoned).when(acknowledge()).thenRefused('already-closed');
  });
});
