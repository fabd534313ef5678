import { replay, told, twice } from '@benkan/testing';
import { recommendationsProjection } from './recommendation-view';

const id = '11111111-1111-5111-8111-111111111111';
const meetingId = '22222222-2222-5222-8222-222222222222';
const unitId = '33333333-3333-5333-8333-333333333333';
const text = (seed: string) => ({ textRef: unitId, digest: seed.repeat(64) });
const by = { actor: 'a'.repeat(64), onBehalfOf: null };

const recommendation = {
  ...{ meetingId, committeeId: unitId, unitId, theme: 'ECLAIRAGE_PUBLIC', text: text('a') },
  ...{ number: null, addressees: [{ type: 'EXECUTIF_LOCAL', name: text('b') }], otherAddresseeReason: null },
  ...{ issuedOn: '2024-11-21', dueOn: '2024-12-31' },
};
const issued = { type: 'recommendation-issued', data: { recommendationId: id, ...recommendation } };
const step = (type: string, on: string) => ({
  type,
  data: { recommendationId: id, on, evidence: text('c'), by },
});
const progress = step('recommendation-progress-reported', '2024-12-15');
const claimed = step('implementation-claimed', '2024-12-28');
const verified = step('implementation-verified', '2024-12-29');

const after = (...facts: readonly { type: string; data: object }[]) =>
  replay(recommendationsProjection, told(...facts))[id];

describe('recommendations', () => {
  it('is listed by the day it was issued', () =>
    expect(after(issued)).toEqual({
      ...{ id, ...recommendation, status: 'ISSUED', verifiedOn: null, revision: '0', day: '2024-11-21' },
    }));

  it('walks from progress to claim to verification', () => {
    expect(after(issued, progress)).toMatchObject({ status: 'IN_PROGRESS', revision: '1' });
    expect(after(issued, progress, claimed)).toMatchObject({ status: 'IMPLEMENTATION_CLAIMED' });
    expect(after(issued, progress, claimed, verified)).toMatchObject({
      ...{ status: 'IMPLEMENTATION_VERIFIED', verifiedOn: '2024-12-29', revision: '3' },
    });
  });

  it('keeps a claim when progress is told after it', () =>
    expect(after(issued, claimed, progress)).toMatchObject({
      ...{ status: 'IMPLEMENTATION_CLAIMED', revision: '2' },
    }));

  it('comes back the same, told twice or from scratch', () => {
    const events = told(issued, progress, claimed, verified);
    const bytes = JSON.stringify(replay(recommendationsProjection, events));
    expect(JSON.stringify(replay(recommendationsProjection, twice(events)))).toBe(bytes);
    expect(JSON.stringify(replay(recommendationsProjection, events))).toBe(bytes);
  });

  it('leaves what is not its own alone', () =>
    expect(
      replay(recommendationsProjection, told({ type: 'meeting-held', data: { meetingId } }, verified)),
    ).toEqual({}));
});
