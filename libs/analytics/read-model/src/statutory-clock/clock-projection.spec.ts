import { replay, told, twice } from '@benkan/testing';
import { clockProjection } from './clock-projection';

const text = { textRef: '11111111-1111-5111-8111-111111111111', digest: 'a'.repeat(64) };
const of = (type: string, data: object = {}) => ({ type, data: { committeeId: 'c1', ...data } });
const seat = { seatId: 's1', label: text, basis: 'DESIGNATED', alternatesAllowed: true };
const member = {
  membershipId: 'h1',
  seatId: 's1',
  participantId: 'p1',
  from: '2023-12-07',
  termEndsOn: null,
};
const step = (type: string, on: string) => ({ type, data: { recommendationId: 'r1', on } });

const everything = told(
  of('committee-established', { unitId: 'u1', level: 'COMMUNE', frequency: 'UNKNOWN', name: text }),
  of('committee-installed', { installedOn: '2023-12-07' }),
  of('rules-adopted', { frequency: 'MONTHLY', adoptedOn: '2024-02-01', quorum: null, source: null }),
  of('rules-adopted', { frequency: 'QUARTERLY', adoptedOn: '2024-01-01', quorum: null, source: null }),
  of('seat-defined', { ...seat, category: 'ORG_FEMMES', definedOn: null }),
  of('seat-revised', { ...seat, category: 'ORG_JEUNES', reason: text }),
  of('member-designated', { ...member, quality: 'HOLDER', legalAct: text }),
  of('member-designated', { ...member, membershipId: 'h2', quality: 'ALTERNATE', legalAct: text }),
  of('membership-ended', { membershipId: 'h1', endedOn: '2024-05-31', reason: 'DEATH', note: null }),
  of('seat-ended', { seatId: 's1', endedOn: '2024-06-30', note: null }),
  of('presidency-vacated', { since: '2024-12-20', note: text }),
  of('president-designated', { since: '2023-12-07', capacity: 'MAIRE', participantId: null, legalAct: null }),
  of('committee-suspended', { since: '2024-08-01', reason: 'INSECURITY', note: null }),
  of('committee-reactivated', { since: '2024-09-01', note: null }),
  of('committee-transferred', { unitId: 'u2', transferredOn: '2025-01-01', legalAct: text }),
  of('meeting-convened', { meetingId: 'm1', meetingKind: 'STATUTORY', plannedOn: '2024-01-10' }),
  { type: 'meeting-held', data: { meetingId: 'm1', heldOn: '2024-01-11' } },
  of('recommendation-issued', { recommendationId: 'r1', dueOn: '2024-12-31' }),
  step('implementation-claimed', '2024-12-20'),
  step('recommendation-progress-reported', '2024-12-01'),
  of('minutes-drafted', { meetingId: 'm1' }),
  of('minutes-drafted', { meetingId: 'm1' }),
  { type: 'minutes-adopted', data: { meetingId: 'm1', adoptedOn: '2024-02-08' } },
);

describe('what the statutory clock is read from', () => {
  it('is in the order of the days, each with the event that told it', () =>
    expect(replay(clockProjection, everything)).toEqual({
      'committee:c1': {
        ...{ kind: 'committee', committeeId: 'c1', unitId: 'u2', level: 'COMMUNE' },
        established: { frequency: 'UNKNOWN', eventId: 'event-0' },
        installed: { on: '2023-12-07', eventId: 'event-1' },
        rules: [
          { since: '2024-01-01', frequency: 'QUARTERLY', eventId: 'event-3' },
          { since: '2024-02-01', frequency: 'MONTHLY', eventId: 'event-2' },
        ],
        seats: [
          {
            ...{ seatId: 's1', category: 'ORG_JEUNES', definedOn: null, endedOn: '2024-06-30' },
            eventId: 'event-4',
          },
        ],
        holders: [
          {
            ...{ membershipId: 'h1', seatId: 's1', from: '2023-12-07' },
            ended: { on: '2024-05-31', eventId: 'event-8' },
          },
        ],
        presidency: [
          { since: '2023-12-07', vacant: false, eventId: 'event-11' },
          { since: '2024-12-20', vacant: true, eventId: 'event-10' },
        ],
        activity: [
          { since: '2024-08-01', suspended: true, eventId: 'event-12' },
          { since: '2024-09-01', suspended: false, eventId: 'event-13' },
        ],
      },
      'meeting:m1': {
        ...{ kind: 'meeting', committeeId: 'c1', meetingId: 'm1', isStatutory: true },
        held: { on: '2024-01-11', eventId: 'event-16' },
      },
      'minutes:m1': {
        ...{ kind: 'minutes', committeeId: 'c1', meetingId: 'm1', adoptedOn: '2024-02-08' },
        eventId: 'event-20',
      },
      'recommendation:r1': {
        ...{ kind: 'recommendation', committeeId: 'c1', recommendationId: 'r1', dueOn: '2024-12-31' },
        ...{ answeredOn: '2024-12-01', claimedOn: '2024-12-20', escalated: null, eventId: 'event-17' },
      },
    }));

  it('hears what addressees answer, what is put off, taken higher and opened again', () => {
    const issued = of('recommendation-issued', { recommendationId: 'r1', dueOn: '2024-12-31' });
    const after = (...facts: readonly { type: string; data: object }[]) =>
      replay(clockProjection, told(issued, ...facts))['recommendation:r1'];
    expect(after(step('recommendation-answered', '2025-01-05'))).toMatchObject({ answeredOn: '2025-01-05' });
    expect(after(step('recommendation-sent', '2025-01-05'))).toMatchObject({ answeredOn: null });
    expect(
      after(step('implementation-claimed', '2025-01-05'), step('recommendation-reopened', '2025-02-01')),
    ).toMatchObject({ answeredOn: null, claimedOn: null });
    const carried = (dueOn: string | null) => ({
      type: 'recommendation-carried-over',
      data: { recommendationId: 'r1', meetingId: 'm2', on: '2025-01-16', dueOn },
    });
    expect(after(carried('2025-02-28'))).toMatchObject({ dueOn: '2025-02-28' });
    expect(after(carried(null))).toMatchObject({ dueOn: '2024-12-31' });
    expect(after(step('recommendation-escalated', '2025-01-20'))).toMatchObject({
      escalated: { on: '2025-01-20', eventId: 'event-1' },
    });
  });

  it('comes back the same, told twice or from scratch', () => {
    const bytes = JSON.stringify(replay(clockProjection, everything));
    expect(JSON.stringify(replay(clockProjection, twice(everything)))).toBe(bytes);
    expect(JSON.stringify(replay(clockProjection, everything))).toBe(bytes);
  });

  it('writes nothing of what nobody established, and leaves the rest alone', () =>
    expect(
      replay(
        clockProjection,
        told(
          of('committee-installed', { installedOn: '2023-12-07' }),
          step('implementation-claimed', '2024-12-20'),
          { type: 'meeting-held', data: { meetingId: 'm9', heldOn: '2024-01-11' } },
          { type: 'minutes-adopted', data: { meetingId: 'm9', adoptedOn: '2024-01-11' } },
          { type: 'never-heard-of', data: {} },
        ),
      ),
    ).toEqual({}));
});
