import { fold } from '@benkan/kernel';
import { spec } from '@benkan/testing';
import { at, by, enrolled, ids, text } from '../../registry.examples';
import { participant, type ParticipantMerged, type ParticipantRegistered } from '../participant';
import { absorbed, duplicateId, erased, letGo, mergedInto } from '../participants.examples';
import { followMerge, letDuplicateGo, mergeParticipants, type MergeParticipants } from './merge-participants';

const kept = spec(participant, mergeParticipants);
const other = spec(participant, followMerge);

const twin: ParticipantRegistered = { ...enrolled, data: { ...enrolled.data, participantId: duplicateId } };
const followed: ParticipantMerged = {
  type: 'participant-merged',
  data: { participantId: duplicateId, into: ids.participant },
};
const elsewhere: ParticipantMerged = { ...followed, data: { ...followed.data, into: ids.unit } };
const twinErased = { ...erased, data: { ...erased.data, participantId: duplicateId } };
const pair = { participantId: ids.participant, mergedId: duplicateId, keptBelow: false };

const call = (data: Partial<MergeParticipants['data']> = {}): MergeParticipants => ({
  data: { ...pair, reason: text('6'), duplicate: fold(participant, [twin]), erased: false, ...data },
  at,
  by,
});
const follow = (keptBelow = false) => ({ data: { ...pair, keptBelow }, at, by });

describe('registry.merge-participants: the record that is kept', () => {
  it('takes the other in', () => kept.given(enrolled).when(call()).then(absorbed));
  it('hears it once', () => kept.given(enrolled, absorbed).when(call()).then());
  it('hears it once after the other followed', () =>
    kept
      .given(enrolled, absorbed)
      .when(call({ duplicate: fold(participant, [twin, followed]) }))
      .then());
  it('takes in again whom it let go', () =>
    kept.given(enrolled, absorbed, letGo).when(call()).then(absorbed));
  it('is not the other one', () =>
    kept
      .given(enrolled)
      .when(call({ mergedId: ids.participant }))
      .thenRefused('same-participant'));
  it('does not follow whom it takes in', () =>
    kept
      .given(enrolled)
      .when(call({ keptBelow: true }))
      .thenRefused('would-close-a-circle'));
  it('takes in nobody who went elsewhere, was erased or never came', () => {
    kept
      .given(enrolled)
      .when(call({ duplicate: fold(participant, [twin, elsewhere]) }))
      .thenRefused('merged-elsewhere');
    kept
      .given(enrolled)
      .when(call({ duplicate: fold(participant, [twin, twinErased]) }))
      .thenRefused('personal-data-erased');
    kept
      .given(enrolled)
      .when(call({ duplicate: fold(participant, []) }))
      .thenRefused('participant-unknown');
  });
  it('is known, not erased and not merged itself', () => {
    kept.given().when(call()).thenRefused('participant-unknown');
    kept.given(enrolled, erased).when(call()).thenRefused('personal-data-erased');
    kept
      .given(enrolled)
      .when(call({ erased: true }))
      .thenRefused('personal-data-erased');
    kept.given(enrolled, mergedInto).when(call()).thenRefused('participant-merged');
  });
});

describe('registry.merge-participants: the record that follows', () => {
  it('leads to the kept one', () => other.given(twin).when(follow()).then(followed));
  it('follows once', () => other.given(twin, followed).when(follow()).then());
  it('follows nobody else afterwards', () =>
    other.given(twin, elsewhere).when(follow()).thenRefused('merged-elsewhere'));
  it('closes no circle', () => other.given(twin).when(follow(true)).thenRefused('would-close-a-circle'));
  it('is known and not erased', () => {
    other.given().when(follow()).thenRefused('participant-unknown');
    other.given(twin, twinErased).when(follow()).thenRefused('personal-data-erased');
  });
});

describe('registry.merge-participants: what could not follow', () => {
  const { given } = spec(participant, letDuplicateGo);
  it('is let go, once', () => {
    given(enrolled, absorbed).when({ data: pair, at, by }).then(letGo);
    given(enrolled, absorbed, letGo).when({ data: pair, at, by }).then();
    given().when({ data: pair, at, by }).then();
  });
});
