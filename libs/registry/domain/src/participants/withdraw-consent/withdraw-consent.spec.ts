import { spec } from '@benkan/testing';
import { at, by, enrolled } from '../../registry.examples';
import { participant } from '../participant';
import { consentGiven, consentWithdrawn, erased, mergedInto } from '../participants.examples';
import { withdrawConsent, type WithdrawConsent } from './withdraw-consent';

const { given } = spec(participant, withdrawConsent);

const call = (data: Partial<WithdrawConsent['data']> = {}): WithdrawConsent => ({
  data: { ...consentWithdrawn.data, erased: false, ...data },
  at,
  by,
});
const on = (withdrawnOn: string) => ({
  ...consentWithdrawn,
  data: { ...consentWithdrawn.data, withdrawnOn },
});

describe('registry.withdraw-consent', () => {
  it('takes a yes back', () => given(enrolled, consentGiven).when(call()).then(consentWithdrawn));
  it('is heard though nobody ever said yes', () => given(enrolled).when(call()).then(consentWithdrawn));
  it('takes back a yes that is dated later', () =>
    given(enrolled, consentGiven)
      .when(call({ withdrawnOn: '2024-11-01' }))
      .then(on('2024-11-01')));
  it('hears the same no once', () => given(enrolled, consentWithdrawn).when(call()).then());
  it('adds nothing with an older no, moves on with a later one', () => {
    given(enrolled, consentWithdrawn)
      .when(call({ withdrawnOn: '2024-11-19' }))
      .then();
    given(enrolled, consentWithdrawn)
      .when(call({ withdrawnOn: '2024-11-21' }))
      .then(on('2024-11-21'));
  });
  it('hears a no of today, none of tomorrow', () => {
    given(enrolled)
      .when(call({ withdrawnOn: '2024-12-01' }))
      .then(on('2024-12-01'));
    given(enrolled)
      .when(call({ withdrawnOn: '2024-12-02' }))
      .thenRefused('consent-in-the-future');
  });
  it('refuses who is unknown, erased or merged', () => {
    given().when(call()).thenRefused('participant-unknown');
    given(enrolled, erased).when(call()).thenRefused('personal-data-erased');
    given(enrolled)
      .when(call({ erased: true }))
      .thenRefused('personal-data-erased');
    given(enrolled, mergedInto).when(call()).thenRefused('participant-merged');
  });
});
