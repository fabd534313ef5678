import { replay, told, twice } from '@benkan/testing';
import { committeesProjection } from './committee-view';

const id = '11111111-1111-5111-8111-111111111111';
const unitId = '22222222-2222-5222-8222-222222222222';
const text = { textRef: unitId, digest: 'a'.repeat(64) };
const committee = { unitId, level: 'COMMUNE', name: text, legalAct: text, frequency: 'MONTHLY' };
const established = { type: 'committee-established', data: { committeeId: id, ...committee } };
const installed = { type: 'committee-installed', data: { committeeId: id, installedOn: '2023-12-07' } };
const view = {
  ...{ id, ...committee, order: unitId, status: 'ESTABLISHED', presidency: 'NOT_REPORTED' },
  ...{ tenures: [], rules: [], activity: [] },
};
const of = (type: string, data: object) => ({ type, data: { committeeId: id, ...data } });
const mayor = of('president-designated', {
  ...{ capacity: 'MAIRE', participantId: null, legalAct: null, since: '2023-12-07' },
});
const vacated = of('presidency-vacated', { since: '2024-12-20', note: null });
const after = (...facts: readonly { readonly type: string; readonly data: object }[]) =>
  replay(committeesProjection, told(established, installed, ...facts))[id];

describe('committees', () => {
  it('is not installed when it is established', () =>
    expect(replay(committeesProjection, told(established))).toEqual({
      [id]: { ...view, installedOn: null, revision: '0' },
    }));

  it('knows the day it was installed', () =>
    expect(replay(committeesProjection, told(established, installed))).toEqual({
      [id]: { ...view, installedOn: '2023-12-07', status: 'INSTALLED', revision: '1' },
    }));

  it('knows whether somebody presides, in whatever order it was told', () => {
    expect(after(mayor)).toMatchObject({ presidency: 'HELD', tenures: [{ capacity: 'MAIRE' }] });
    for (const facts of [[mayor, vacated] as const, [vacated, mayor] as const])
      expect(after(...facts)).toMatchObject({
        presidency: 'VACANT',
        tenures: [{ since: '2023-12-07' }, { since: '2024-12-20' }],
      });
  });

  it('meets by the rules of the latest day', () => {
    const rules = (frequency: string, adoptedOn: string) =>
      of('rules-adopted', { frequency, adoptedOn, quorum: null, source: null });
    const facts = [rules('QUARTERLY', '2024-05-01'), rules('UNKNOWN', '2024-01-01')] as const;
    expect(after(...facts)).toMatchObject({ frequency: 'QUARTERLY' });
  });

  it('is suspended, and works again', () => {
    const suspended = of('committee-suspended', { since: '2024-06-01', reason: 'OTHER', note: null });
    const again = of('committee-reactivated', { since: '2024-09-01', note: null });
    expect(after(suspended)).toMatchObject({ status: 'SUSPENDED' });
    expect(after(suspended, again)).toMatchObject({ status: 'INSTALLED' });
  });

  it('goes to another unit and keeps its id', () =>
    expect(
      after(of('committee-transferred', { unitId: id, transferredOn: '2025-01-01', legalAct: text })),
    ).toMatchObject({ id, unitId: id, order: id, revision: '2' }));

  it('counts the facts it shows nothing of', () =>
    expect(after(of('seat-ended', { seatId: id, endedOn: '2024-01-01', note: null }))).toMatchObject({
      revision: '2',
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
