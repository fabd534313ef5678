import { spec } from '@benkan/testing';
import { fold } from '@benkan/kernel';
import { at, by, enrolled, ids, traits } from '../../registry.examples';
import { participant } from '../participant';
import { absorbed, duplicateId, erased, mergedInto } from '../participants.examples';
import { eraseParticipant, type EraseParticipant } from './erase-participant';

const { given } = spec(participant, eraseParticipant);

const call = (duplicates: readonly string[] = []): EraseParticipant => ({
  data: { participantId: ids.participant, reason: 'SUBJECT_REQUEST', duplicates },
  at,
  by,
});

describe('registry.erase-participant', () => {
  it('says for which reason, and nothing of the person', () => given(enrolled).when(call()).then(erased));
  it('names the records that went with it', () =>
    given(enrolled, absorbed)
      .when(call([duplicateId]))
      .then({ ...erased, data: { ...erased.data, duplicates: [duplicateId] } }));
  it('happens once', () => given(enrolled, erased).when(call()).then());
  it('refuses a person nobody registered', () => given().when(call()).thenRefused('participant-unknown'));
  it('is asked of the record that is kept', () =>
    given(enrolled, mergedInto).when(call()).thenRefused('participant-merged'));
  it('leaves what is counted as it was', () =>
    expect(fold(participant, [enrolled, erased])).toMatchObject({
      status: 'erased',
      unitId: ids.unit,
      traits,
    }));
});
