import { replay, told, twice } from '@benkan/testing';
import { participantsProjection } from './participant-view';

const id = '11111111-1111-5111-8111-111111111111';
const unitId = '22222222-2222-5222-8222-222222222222';
const traits = { sex: 'F', ageBand: '25-29', structureKind: 'POLICE', corps: 'POLICE' };
const registered = { type: 'participant-registered', data: { participantId: id, unitId, ...traits } };
const corrected = {
  type: 'participant-corrected',
  data: {
    ...{ participantId: id, ...traits, ageBand: '30-35', corps: null, personal: true },
    reason: { textRef: unitId, digest: 'b'.repeat(64) },
  },
};
const revealed = {
  type: 'personal-data-revealed',
  data: { participantId: id, purpose: 'CONTACT', to: 'c'.repeat(64) },
};
const twin = '33333333-3333-5333-8333-333333333333';
const twinRegistered = { ...registered, data: { ...registered.data, participantId: twin } };
const absorbed = {
  type: 'duplicate-absorbed',
  data: { participantId: id, duplicateId: twin, reason: corrected.data.reason },
};
const merged = { type: 'participant-merged', data: { participantId: twin, into: id } };
const erased = {
  type: 'personal-data-erased',
  data: { participantId: id, reason: 'SUBJECT_REQUEST', duplicates: [twin] },
};
const view = { id, unitId, ...traits, erased: false, mergedInto: null, order: unitId };

describe('participants', () => {
  it('holds traits and no name', () =>
    expect(replay(participantsProjection, told(registered))).toEqual({ [id]: { ...view, revision: '0' } }));

  it('follows a correction, without its reason', () =>
    expect(replay(participantsProjection, told(registered, corrected))).toEqual({
      [id]: { ...view, ageBand: '30-35', corps: null, revision: '1' },
    }));

  it('moves its revision when personal data was revealed', () =>
    expect(replay(participantsProjection, told(registered, revealed))).toEqual({
      [id]: { ...view, revision: '1' },
    }));

  it('leads to the record that is kept, and is erased with it', () => {
    const all = replay(participantsProjection, told(registered, twinRegistered, absorbed, merged, erased));
    expect(all[id]).toMatchObject({ erased: true, mergedInto: null });
    expect(all[twin]).toMatchObject({ erased: true, mergedInto: id });
  });

  it('shows an erased person as counted before', () =>
    expect(replay(participantsProjection, told(registered, erased))).toEqual({
      [id]: { ...view, erased: true, revision: '1' },
    }));

  it('comes back the same, told twice or from scratch', () => {
    const events = told(registered, corrected, revealed);
    const bytes = JSON.stringify(replay(participantsProjection, events));
    expect(JSON.stringify(replay(participantsProjection, twice(events)))).toBe(bytes);
    expect(JSON.stringify(replay(participantsProjection, events))).toBe(bytes);
  });

  it('leaves what is not its own alone', () =>
    expect(replay(participantsProjection, told({ type: 'never-heard-of', data: {} }))).toEqual({}));
});
