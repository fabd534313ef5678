import { spec } from '@benkan/testing';
import { participant, type PersonalDataRevealed } from '../participant';
import { at, enrolled, ids } from '../../registry.examples';
import { revealParticipant } from './reveal-participant';

const { given } = spec(participant, revealParticipant);

const call = (erased = false) => ({
  data: { participantId: ids.participant, purpose: 'SUBJECT_REQUEST' as const, erased },
  at,
  by: { actor: 'd'.repeat(64), role: 'protection-officer' },
});
const revealed: PersonalDataRevealed = {
  type: 'personal-data-revealed',
  data: { participantId: ids.participant, purpose: 'SUBJECT_REQUEST', to: 'd'.repeat(64) },
};

describe('registry.reveal-participant', () => {
  it('records to whom and for which purpose', () => given(enrolled).when(call()).then(revealed));
  it('records every look, not the first only', () => given(enrolled, revealed).when(call()).then(revealed));
  it('refuses a person nobody registered', () => given().when(call()).thenRefused('participant-unknown'));
  it('refuses an erased person', () => given(enrolled).when(call(true)).thenRefused('personal-data-erased'));
});
