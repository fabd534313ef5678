import { spec } from '@benkan/testing';
import { at, by, enrolled } from '../../registry.examples';
import { participant } from '../participant';
import { consentGiven, consentWithdrawn, erased, mergedInto } from '../participants.examples';
import { recordConsent, type RecordConsent } from './record-consent';

const { given } = spec(participant, recordConsent);

const call = (data: Partial<RecordConsent['data']> = {}): RecordConsent => ({
  data: { ...consentGiven.data, erased: false, ...data },
  at,
  by,
});
const on = (givenOn: string) => ({ ...consentGiven, data: { ...consentGiven.data, givenOn } });

describe('registry.record-consent', () => {
  it('keeps purpose, channel and day', () => given(enrolled).when(call()).then(consentGiven));
  it('hears the same yes once', () => given(enrolled, consentGiven).when(call()).then());
  it('hears a later yes again', () =>
    given(enrolled, consentGiven)
      .when(call({ givenOn: '2024-11-12' }))
      .then(on('2024-11-12')));
  it('hears the same day by another channel', () =>
    given(enrolled, consentGiven)
      .when(call({ channel: 'ORAL' }))
      .then({ ...consentGiven, data: { ...consentGiven.data, channel: 'ORAL' } }));
  it('brings nothing back with a sheet from before the withdrawal', () =>
    given(enrolled, consentGiven, consentWithdrawn).when(call()).thenRefused('withdrawn-since'));
  it('hears a yes of the day of the withdrawal and later', () =>
    given(enrolled, consentWithdrawn)
      .when(call({ givenOn: '2024-11-20' }))
      .then(on('2024-11-20')));
  it('hears a yes of today, none of tomorrow', () => {
    given(enrolled)
      .when(call({ givenOn: '2024-12-01' }))
      .then(on('2024-12-01'));
    given(enrolled)
      .when(call({ givenOn: '2024-12-02' }))
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
