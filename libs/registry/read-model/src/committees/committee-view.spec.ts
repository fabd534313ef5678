import { replay, told, twice } from '@benkan/testing';
import { committeesProjection } from './committee-view';

const id = '11111111-1111-5111-8111-111111111111';
const unitId = '22222222-2222-5222-8222-222222222222';
const text = { textRef: unitId, digest: 'a'.repeat(64) };
const committee = { unitId, level: 'COMMUNE', name: text, legalAct: text, frequency: 'MONTHLY' };
const established = { type: 'committee-established', data: { committeeId: id, ...committee } };
const installed = { type: 'committee-installed', data: { committeeId: id, installedOn: '2023-12-07' } };
const view = { id, ...committee, order: unitId };

describe('committees', () => {
  it('is not installed when it is established', () =>
    expect(replay(committeesProjection, told(established))).toEqual({
      [id]: { ...view, installedOn: null, revision: '0' },
    }));

  it('knows the day it was installed', () =>
    expect(replay(committeesProjection, told(established, installed))).toEqual({
      [id]: { ...view, installedOn: '2023-12-07', revision: '1' },
    }));

  it('comes back the same, told twice or from scratch', () => {
    const events = told(established, installed);
    const bytes = JSON.stringify(replay(committeesProjection, events));
    expect(JSON.stringify(replay(committeesProjection, twice(events)))).toBe(bytes);
    expect(JSON.stringify(replay(committeesProjection, events))).toBe(bytes);
  });

  it('writes nothing of a committee nobody established', () =>
    expect(replay(committeesProjection, told(installed))).toEqual({}));

  it('leaves what is not its own alone', () =>
    expect(replay(committeesProjection, told({ type: 'never-heard-of', data: {} }))).toEqual({}));
});
