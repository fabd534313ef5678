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
      ...{ id, ...recommendation, status: 'ISSUED', open: true, revision: '0', day: '2024-11-21' },
      ...{ responsible: null, proposerCategory: null, corps: [], percent: null, answeredOn: null },
      ...{ settledOn: null, verifiedOn: null, carriedOverTo: null, escalatedTo: null },
      history: [
        {
          ...{ eventId: 'event-0', step: 'ISSUED', on: '2024-11-21', recordedAt: '2025-01-01T10:00:00.000Z' },
          ...{ meetingId, dueOn: '2024-12-31' },
        },
      ],
    }));

  it('walks from progress to claim to verification', () => {
    expect(after(issued, progress)).toMatchObject({ status: 'IN_PROGRESS', revision: '1' });
    expect(after(issued, progress, claimed)).toMatchObject({ status: 'IMPLEMENTATION_CLAIMED' });
    expect(after(issued, progress, claimed, verified)).toMatchObject({
      ...{ status: 'IMPLEMENTATION_VERIFIED', verifiedOn: '2024-12-29', revision: '3' },
    });
  });

  const said = (type: string, data: object) => ({ type, data: { recommendationId: id, ...data } });
  const sent = said('recommendation-sent', { addressee: 1, on: '2024-11-22', channel: 'LETTER' });
  const acknowledged = said('recommendation-acknowledged', { addressee: 1, on: '2024-11-23', corps: null });
  const answer = { addressee: 1, on: '2024-11-24', answer: 'PARTLY', text: text('d'), corps: null };
  const answered = said('recommendation-answered', answer);
  const ended = (type: string, on: string) => said(type, { on, reason: text('e') });
  const reopened = ended('recommendation-reopened', '2025-01-10');
  const carried = (dueOn: string | null) =>
    said('recommendation-carried-over', { meetingId: unitId, on: '2025-01-16', dueOn });
  const statusAfter = (...facts: readonly { type: string; data: object }[]) =>
    after(issued, ...facts)?.status;

  it('goes from sent to acknowledged to answered, never back', () => {
    expect(statusAfter(sent)).toBe('SENT');
    expect(statusAfter(sent, acknowledged)).toBe('ACKNOWLEDGED');
    expect(statusAfter(sent, acknowledged, answered)).toBe('ANSWERED');
    expect(statusAfter(sent, answered, acknowledged, sent)).toBe('ANSWERED');
    expect(statusAfter(sent, progress, answered)).toBe('IN_PROGRESS');
    expect(statusAfter(claimed, sent)).toBe('IMPLEMENTATION_CLAIMED');
    expect(after(issued, progress, answered)).toMatchObject({ answeredOn: '2024-11-24' });
    expect(after(issued, sent, acknowledged)).toMatchObject({ answeredOn: null });
  });

  it('is settled by a claim, closed by a verification, a rejection or an abandonment', () => {
    expect(after(issued, claimed)).toMatchObject({ open: true, settledOn: '2024-12-28' });
    expect(after(issued, claimed, verified)).toMatchObject({ open: false, settledOn: '2024-12-28' });
    for (const [type, status] of [
      ['recommendation-rejected', 'REJECTED'],
      ['recommendation-abandoned', 'ABANDONED'],
    ] as const)
      expect(after(issued, ended(type, '2025-01-05'))).toMatchObject({
        ...{ status, open: false, settledOn: '2025-01-05' },
      });
  });

  it('is open again once it is reopened: no claim answers for it', () =>
    expect(after(issued, claimed, verified, reopened)).toMatchObject({
      ...{ status: 'IN_PROGRESS', open: true, settledOn: null, verifiedOn: null, answeredOn: null },
    }));

  it('knows where it was carried, when it is due then, and who was turned to', () => {
    const escalation = { committeeId: meetingId, unitId, on: '2025-03-03', dueOn: '2025-02-28' };
    expect(after(issued, carried('2025-02-28'))).toMatchObject({
      carriedOverTo: unitId,
      dueOn: '2025-02-28',
    });
    expect(after(issued, carried(null))).toMatchObject({ carriedOverTo: unitId, dueOn: '2024-12-31' });
    expect(after(issued, said('recommendation-escalated', escalation))).toMatchObject({
      ...{ escalatedTo: meetingId, status: 'ISSUED', open: true },
    });
  });

  it('tells who answers for it, and how much is done', () => {
    const details = { responsible: text('f'), proposerCategory: 'ORG_FEMMES', corps: [] };
    expect(
      after(
        issued,
        said('recommendation-detailed', details),
        said('progress-measured', { on: '2024-12-15', percent: 40 }),
      ),
    ).toMatchObject({ ...details, percent: 40 });
  });

  it('keeps every step with its event and its day', () => {
    const reminder = { kind: 'UNANSWERED', dueOn: '2024-12-31', on: '2025-01-01' };
    const history = after(
      ...[issued, sent, acknowledged, answered, claimed, verified, reopened, carried('2025-02-28')],
      ...[said('reminder-recorded', reminder), said('reminder-delivered', { ...reminder, channel: 'EMAIL' })],
    )?.history;
    expect(history?.map(({ step, on, eventId }) => `${eventId} ${step} ${on}`)).toEqual([
      'event-0 ISSUED 2024-11-21',
      'event-1 SENT 2024-11-22',
      'event-2 ACKNOWLEDGED 2024-11-23',
      'event-3 ANSWERED 2024-11-24',
      'event-4 IMPLEMENTATION_CLAIMED 2024-12-28',
      'event-5 IMPLEMENTATION_VERIFIED 2024-12-29',
      'event-6 REOPENED 2025-01-10',
      'event-7 CARRIED_OVER 2025-01-16',
      'event-8 REMINDED 2025-01-01',
      'event-9 REMINDER_DELIVERED 2025-01-01',
    ]);
    expect(history?.[3]).toMatchObject({ addressee: 1, answer: 'PARTLY', text: text('d') });
    expect(history?.[3]).not.toHaveProperty('corps');
    expect(history?.[9]).toMatchObject({ reminder: 'UNANSWERED', channel: 'EMAIL', dueOn: '2024-12-31' });
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
