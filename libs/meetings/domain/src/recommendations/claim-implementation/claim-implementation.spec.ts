import { spec } from '@benkan/testing';
import { ids, text } from '../../meeting.examples';
import { abandoned, rejected, reopened } from '../following.examples';
import { recommendation, type ImplementationClaimed } from '../recommendation';
import {
  claim,
  claimed,
  importer,
  issued,
  onBehalfOf,
  progress,
  verified,
  visitor,
} from '../recommendation.examples';
import { claimImplementation } from './claim-implementation';

const { given } = spec(recommendation, claimImplementation);

const claimedOn = (on: string): ImplementationClaimed => ({
  type: 'implementation-claimed',
  data: { ...claimed().data, on },
});

describe('meetings.claim-implementation', () => {
  it('says that it is done, with the evidence', () => given(issued).when(claim()).then(claimed()));
  it('says so after progress', () => given(issued, progress()).when(claim()).then(claimed()));
  it('may be done on the day it was issued', () =>
    given(issued)
      .when(claim({ on: '2024-11-21' }))
      .then(claimedOn('2024-11-21')));
  it('names, from a transcribed sheet, the role that claimed', () =>
    given(issued)
      .when(claim({ onBehalfOf: 'secretary' }, importer))
      .then(claimed(onBehalfOf('secretary'))));
  it('hears the same claim once, whoever repeats it', () =>
    given(issued, claimed()).when(claim({}, visitor)).then());
  it('compares the evidence by digest', () =>
    given(issued, claimed())
      .when(claim({ evidence: { ...text('4'), textRef: ids.awa } }))
      .then());
  it('hears it once after the verification too', () =>
    given(issued, claimed(), verified()).when(claim()).then());
  it('never overwrites what is written', () =>
    given(issued, claimed())
      .when(claim({ on: '2024-11-30', evidence: text('9'), onBehalfOf: 'secretary' }, importer))
      .thenRefused('differs-from-recorded', ['on', 'evidence', 'onBehalfOf']));
  it('refuses another claim of what was verified', () =>
    given(issued, claimed(), verified())
      .when(claim({ on: '2024-11-30' }))
      .thenRefused('already-verified'));
  it('refuses a recommendation nobody issued', () =>
    given().when(claim()).thenRefused('recommendation-unknown'));
  it('refuses a day before the issue', () =>
    given(issued)
      .when(claim({ on: '2024-11-20' }))
      .thenRefused('before-it-was-issued'));
  it('refuses a day that has not come', () =>
    given(issued)
      .when(claim({ on: '2024-12-02' }))
      .thenRefused('in-the-future'));
  it('refuses to speak for others without a sheet', () =>
    given(issued)
      .when(claim({ onBehalfOf: 'secretary' }))
      .thenRefused('only-an-import-speaks-for-others'));
  it('may be claimed again once it was reopened, from that day on', () => {
    given(issued, claimed(), verified(), reopened('2024-11-28'))
      .when(claim({ evidence: text('9') }))
      .then({ ...claimed(), data: { ...claimed().data, evidence: text('9') } });
    given(issued, claimed(), verified(), reopened()).when(claim()).thenRefused('before-it-was-reopened');
  });
  it('refuses what was rejected or abandoned', () => {
    given(issued, rejected).when(claim()).thenRefused('already-closed');
    given(issued, abandoned).when(claim()).thenRefused('already-closed');
  });
});
