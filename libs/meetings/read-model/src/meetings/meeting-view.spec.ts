import { replay, told, twice } from '@benkan/testing';
import { meetingsProjection } from './meeting-view';

const id = '11111111-1111-5111-8111-111111111111';
const committeeId = '22222222-2222-5222-8222-222222222222';
const unitId = '33333333-3333-5333-8333-333333333333';
const text = (seed: string) => ({ textRef: unitId, digest: seed.repeat(64) });

const convened = {
  type: 'meeting-convened',
  data: {
    ...{ meetingId: id, committeeId, unitId, level: 'COMMUNE', installedOn: '2023-12-07' },
    ...{ meetingKind: 'STATUTORY', plannedOn: '2024-11-21', agenda: [text('a')] },
  },
};
const held = {
  type: 'meeting-held',
  data: { meetingId: id, heldOn: '2024-11-22', presidingCapacity: 'MAIRE', place: text('b') },
};
const line = (participantId: string, status: string) => ({ participantId, quality: 'MEMBER', status });
const recorded = (participantId: string, status = 'PRESENT') => ({
  type: 'attendance-recorded',
  data: { meetingId: id, ...line(participantId, status) },
});
const corrected = (participantId: string, status: string) => ({
  type: 'attendance-corrected',
  data: { meetingId: id, ...line(participantId, status), reason: text('c') },
});
const counts = { women: 5, men: 19, notReported: 1, youth: 8, isf: 7, members: 20 };
const tallied = { type: 'attendance-tallied', data: { meetingId: id, ...counts } };

const planned = {
  ...{ id, committeeId, unitId, meetingKind: 'STATUTORY', status: 'CONVENED', plannedOn: '2024-11-21' },
  ...{ heldOn: null, presidingCapacity: null, presentCount: null, day: '2024-11-21', revision: '0' },
  ...{ agenda: [text('a')], place: null, sheet: { mode: 'NONE', lines: [], tally: null } },
};
const happened = {
  ...{ ...planned, status: 'HELD', heldOn: '2024-11-22', day: '2024-11-22', revision: '1' },
  ...{ presidingCapacity: 'MAIRE', place: text('b') },
};
const meetingAfter = (...facts: readonly { type: string; data: object }[]) =>
  replay(meetingsProjection, told(...facts))[id];

describe('meetings', () => {
  it('is listed by the day it is planned for', () => expect(meetingAfter(convened)).toEqual(planned));

  it('is listed by the day it was held', () => expect(meetingAfter(convened, held)).toEqual(happened));

  it('counts the lines of those present', () =>
    expect(meetingAfter(convened, held, recorded('awa'), recorded('ben', 'EXCUSED'))).toEqual({
      ...{ ...happened, presentCount: 1, revision: '3' },
      sheet: { mode: 'NOMINATIVE', lines: [line('awa', 'PRESENT'), line('ben', 'EXCUSED')], tally: null },
    }));

  it('puts a correction where the line stood', () =>
    expect(
      meetingAfter(convened, held, recorded('awa'), recorded('ben'), corrected('awa', 'ABSENT')),
    ).toEqual({
      ...{ ...happened, presentCount: 1, revision: '4' },
      sheet: { mode: 'NOMINATIVE', lines: [line('awa', 'ABSENT'), line('ben', 'PRESENT')], tally: null },
    }));

  it('counts a tally by sex, those not reported included', () =>
    expect(meetingAfter(convened, held, tallied)).toEqual({
      ...{ ...happened, presentCount: 25, revision: '2' },
      sheet: { mode: 'TALLY', lines: [], tally: counts },
    }));

  it('comes back the same, told twice or from scratch', () => {
    const events = told(convened, held, recorded('awa'), recorded('ben'), corrected('awa', 'ABSENT'));
    const bytes = JSON.stringify(replay(meetingsProjection, events));
    expect(JSON.stringify(replay(meetingsProjection, twice(events)))).toBe(bytes);
    expect(JSON.stringify(replay(meetingsProjection, events))).toBe(bytes);
  });

  it('leaves what is not its own alone, recommendations included', () => {
    const strange = { type: 'never-heard-of', data: { meetingId: id } };
    const progress = { type: 'recommendation-progress-reported', data: { recommendationId: id } };
    expect(replay(meetingsProjection, told(strange, progress, held))).toEqual({});
    expect(meetingAfter(convened, strange, progress)).toEqual(planned);
  });
});
