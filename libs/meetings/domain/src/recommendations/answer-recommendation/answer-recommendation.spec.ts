import { spec } from '@benkan/testing';
import { text } from '../../meeting.examples';
import { answered, focalPoint, police, rejected, saying, sent, toTwo } from '../following.examples';
import { recommendation, type Answer } from '../recommendation';
import { claimed, issued, verified } from '../recommendation.examples';
import { answerRecommendation } from './answer-recommendation';

const { given } = spec(recommendation, answerRecommendation);
type Given = Partial<Omit<Answer, 'addressee'>> & { readonly addressee?: number | null };
const said = (more: Given): Omit<Answer, 'addressee'> & { readonly addressee: number | null } => ({
  ...{ addressee: null, on: '2024-11-24', answer: 'ACCEPTED', text: text('a'), corps: null },
  ...more,
});
const answer = (more: Given = {}) => saying(said(more));
const ofCorps = (more: Given) => saying(said(more), focalPoint);
const sentToPolice = [toTwo, police, sent('2024-11-22', 2)] as const;

describe('meetings.answer-recommendation', () => {
  it('keeps what the addressee said', () => given(issued, sent()).when(answer()).then(answered()));
  it('needs no acknowledgement, and may come the day it was sent', () =>
    given(issued, sent())
      .when(answer({ on: '2024-11-22' }))
      .then(answered({ on: '2024-11-22' })));
  it('may be answered again: information first, then yes', () =>
    given(issued, sent(), answered({ answer: 'INFORMATION' }))
      .when(answer())
      .then(answered()));
  it('hears the same answer once, even after it was closed', () => {
    given(issued, sent(), answered()).when(answer()).then();
    given(issued, sent(), answered(), rejected).when(answer()).then();
  });
  it('is given by the corps it is addressed to', () =>
    given(...sentToPolice)
      .when(ofCorps({ addressee: 2, corps: 'POLICE' }))
      .then(answered({ addressee: 2, corps: 'POLICE' })));
  it('is given by any corps where none was named', () =>
    given(toTwo, sent('2024-11-22', 2))
      .when(ofCorps({ addressee: 2, corps: 'GENDARMERIE' }))
      .then(answered({ addressee: 2, corps: 'GENDARMERIE' })));
  it('is written down by a secretary who need not name the corps', () =>
    given(...sentToPolice)
      .when(answer({ addressee: 2 }))
      .then(answered({ addressee: 2 })));
  it('refuses another corps, whoever writes it down', () => {
    given(...sentToPolice)
      .when(ofCorps({ addressee: 2, corps: 'GENDARMERIE' }))
      .thenRefused('addressed-to-another-corps');
    given(...sentToPolice)
      .when(answer({ addressee: 2, corps: 'GARDE_NATIONALE' }))
      .thenRefused('addressed-to-another-corps');
  });
  it('refuses a focal point that does not say for which corps', () =>
    given(...sentToPolice)
      .when(ofCorps({ addressee: 2 }))
      .thenRefused('corps-not-named'));
  it('refuses a corps that answers for a mayor', () => {
    given(issued, sent())
      .when(ofCorps({ corps: 'POLICE' }))
      .thenRefused('not-addressed-to-security');
    given(issued, sent())
      .when(answer({ corps: 'POLICE' }))
      .thenRefused('not-addressed-to-security');
  });
  it('refuses what was not sent, or not yet', () => {
    given(issued).when(answer()).thenRefused('not-sent');
    given(issued, sent())
      .when(answer({ on: '2024-11-21' }))
      .thenRefused('before-it-was-sent');
  });
  it('refuses a day that has not come, or before the issue', () => {
    given(issued, sent())
      .when(answer({ on: '2024-12-02' }))
      .thenRefused('in-the-future');
    given(issued, sent())
      .when(answer({ on: '2024-11-20' }))
      .thenRefused('before-it-was-issued');
  });
  it('refuses to guess among several addressees, and one nobody wrote to', () => {
    given(toTwo, sent()).when(answer()).thenRefused('addressee-not-named');
    given(toTwo, sent())
      .when(answer({ addressee: 3 }))
      .thenRefused('addressee-unknown');
  });
  it('refuses a recommendation nobody issued, one verified, one closed', () => {
    given().when(answer()).thenRefused('recommendation-unknown');
    given(issued, sent(), claimed(), verified()).when(answer()).thenRefused('already-verified');
    given(issued, sent(), rejected).when(answer()).thenRefused('already-closed');
  });
});
