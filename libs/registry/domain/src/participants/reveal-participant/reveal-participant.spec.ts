import { spec } from '@benkan/testing';
import { participant, type PersonalDataRevealed } from '../participant';
import { at, enrolled, ids } from '../../registry.examples';
import type { Consents } from '../consents';
import { consentWithdrawn, mergedInto } from '../participants.examples';
import { revealParticipant } from './reveal-participant';

const { given } = spec(participant, revealParticipant);

const call = (erased = false) => ({
  data: { participantId: ids.participant, purpose: 'SUBJECT_REQUEST' as const, erased },
  at,
  by: { actor: 'd'.repeat(64), role: 'protection-officer' },
});
const forContact = (others: readonly Consents[] = []) => ({
  ...call(),
  data: { participantId: ids.participant, purpose: 'CONTACT' as const, erased: false, others },
});
const revealed: PersonalDataRevealed = {
  type: 'personal-data-revealed',
  data: { participantId: ids.participant, purpose: 'SUBJECT_REQUEST', to: 'd'.repeat(64) },
};

describe('registry.reveal-participant', () => {
  it('records to whom and for which purpose', () => given(enrolled).when(call()).then(revealed));
  it('records every look, not the first only', () => given(enrolled, revealed).when(call()).then(revealed));
  it('refuses a person nobody registered', () => given().when(call()).thenRefused('participant-unknown'));
  it('shows nothing for a purpose the person withdrew from', () =>
    given(enrolled, consentWithdrawn).when(forContact()).thenRefused('consent-withdrawn'));
  it('nor when it was another record of theirs that withdrew', () =>
    given(enrolled)
      .when(forContact([{ CONTACT: { status: 'WITHDRAWN', channel: 'ORAL', on: '2024-11-20' } }]))
      .thenRefused('consent-withdrawn'));
  it('goes on where the law or the person asks, whatever was withdrawn', () =>
    given(enrolled, consentWithdrawn).when(call()).then(revealed));
  it('refuses a record that leads to another', () =>
    given(enrolled, mergedInto).when(call()).thenRefused('participant-merged'));
  it('refuses an erased person', () => given(enrolled).when(call(true)).thenRefused('personal-data-erased'));
});
