import { spec } from '@benkan/testing';
import { participant, type ParticipantCorrected, type Traits } from '../participant';
import { at, by, enrolled, ids, text, traits } from '../../registry.examples';
import { correctParticipant, type CorrectParticipant } from './correct-participant';

const { given } = spec(participant, correctParticipant);

const call = (data: Partial<CorrectParticipant['data']>): CorrectParticipant => ({
  data: {
    participantId: ids.participant,
    reason: text('7'),
    personal: false,
    erased: false,
    heldByAnother: false,
    ...data,
  },
  at,
  by,
});
const corrected = (given: Partial<Traits>, personal = false): ParticipantCorrected => ({
  type: 'participant-corrected',
  data: { participantId: ids.participant, ...traits, ...given, personal, reason: text('7') },
});

describe('registry.correct-participant', () => {
  it('changes what is given and keeps the rest', () =>
    given(enrolled)
      .when(call({ ageBand: '30-35' }))
      .then(corrected({ ageBand: '30-35' })));
  it('gives a corps, and takes it away', () => {
    const police = { structureKind: 'POLICE', corps: 'POLICE' } as const;
    given(enrolled).when(call(police)).then(corrected(police));
    given(enrolled, corrected(police))
      .when(call({ corps: null }))
      .then(corrected({ structureKind: 'POLICE' }));
  });
  it('says that personal fields changed, never which values', () =>
    given(enrolled)
      .when(call({ personal: true }))
      .then(corrected({}, true)));
  it('refuses a code that leads to another person', () =>
    given(enrolled)
      .when(call({ personal: true, heldByAnother: true }))
      .thenRefused('held-by-another'));
  it('says nothing when nothing changes', () =>
    given(enrolled)
      .when(call({ sex: 'F', corps: null }))
      .then());
  it('hears the same correction once', () =>
    given(enrolled, corrected({ ageBand: '30-35' }))
      .when(call({ ageBand: '30-35' }))
      .then());
  it('refuses a person nobody registered', () =>
    given()
      .when(call({ sex: 'M' }))
      .thenRefused('participant-unknown'));
  it('leaves an erased person alone', () =>
    given(enrolled)
      .when(call({ sex: 'M', erased: true }))
      .thenRefused('personal-data-erased'));
});
