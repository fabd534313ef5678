import { spec } from '@benkan/testing';
import { text } from '../../meeting.examples';
import { rejected, reopened } from '../following.examples';
import { recommendation, type ImplementationVerified } from '../recommendation';
import {
  claimed,
  clerk,
  importer,
  issued,
  onBehalfOf,
  progress,
  verified,
  verify,
  visitor,
} from '../recommendation.examples';
import { verifyImplementation } from './verify-implementation';

const { given } = spec(recommendation, verifyImplementation);

const verifiedOn = (on: string): ImplementationVerified => ({
  type: 'implementation-verified',
  data: { ...verified().data, on },
});
const transcribed = claimed(onBehalfOf('secretary'));

describe('meetings.verify-implementation', () => {
  it('says that it was seen, with the evidence', () =>
    given(issued, claimed()).when(verify()).then(verified()));
  it('may be seen on the day of the claim', () =>
    given(issued, progress(), claimed())
      .when(verify({ on: '2024-11-28' }))
      .then(verifiedOn('2024-11-28')));
  it('lets one transcriber write both steps of a sheet that names two roles', () =>
    given(issued, transcribed)
      .when(verify({ onBehalfOf: 'focal-point' }, importer))
      .then(verified(onBehalfOf('focal-point'))));
  it('hears the same verification once, whoever repeats it', () =>
    given(issued, claimed(), verified()).when(verify({}, clerk)).then());
  it('never overwrites what is written', () =>
    given(issued, claimed(), verified())
      .when(verify({ on: '2024-11-30', evidence: text('9') }))
      .thenRefused('differs-from-recorded', ['on', 'evidence']));
  it('refuses a recommendation nobody issued', () =>
    given().when(verify()).thenRefused('recommendation-unknown'));
  it('refuses what nobody claimed', () =>
    given(issued, progress()).when(verify()).thenRefused('not-claimed'));
  it('refuses the claimer', () =>
    given(issued, claimed()).when(verify({}, clerk)).thenRefused('verifier-is-the-claimer'));
  it('refuses the claiming role of a sheet, whoever transcribes', () =>
    given(issued, transcribed)
      .when(verify({ onBehalfOf: 'secretary' }, { ...importer, actor: visitor.actor }))
      .thenRefused('verifier-is-the-claimer'));
  it('refuses a transcriber who verifies in his own name what he claimed for another', () =>
    given(issued, transcribed).when(verify({}, importer)).thenRefused('verifier-is-the-claimer'));
  it('refuses a day before the claim', () =>
    given(issued, claimed())
      .when(verify({ on: '2024-11-27' }))
      .thenRefused('before-the-claim'));
  it('refuses a day that has not come', () =>
    given(issued, claimed())
      .when(verify({ on: '2024-12-02' }))
      .thenRefused('in-the-future'));
  it('refuses to speak for others without a sheet', () =>
    given(issued, claimed())
      .when(verify({ onBehalfOf: 'national' }))
      .thenRefused('only-an-import-speaks-for-others'));
  it('refuses a claim that was reopened, and what was rejected', () => {
    given(issued, claimed(), reopened()).when(verify()).thenRefused('not-claimed');
    given(issued, rejected).when(verify()).thenRefused('already-closed');
  });
});
