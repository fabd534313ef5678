import { spec } from '@benkan/testing';
import { at, by, enrolled, ids } from '../../registry.examples';
import { participant, type OwnDataExported } from '../participant';
import { erased, mergedInto } from '../participants.examples';
import { exportOwnData } from './export-own-data';

const { given } = spec(participant, exportOwnData);

const call = (gone = false) => ({ data: { participantId: ids.participant, erased: gone }, at, by });
const exported: OwnDataExported = {
  type: 'own-data-exported',
  data: { participantId: ids.participant, to: by.actor },
};

describe('registry.export-own-data', () => {
  it('records that a copy was made, and who asked', () => given(enrolled).when(call()).then(exported));
  it('records every copy', () => given(enrolled, exported).when(call()).then(exported));
  it('has nothing to copy of who is unknown, erased or merged', () => {
    given().when(call()).thenRefused('participant-unknown');
    given(enrolled).when(call(true)).thenRefused('personal-data-erased');
    given(enrolled, erased).when(call()).thenRefused('personal-data-erased');
    given(enrolled, mergedInto).when(call()).thenRefused('participant-merged');
  });
});
