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
const shown = (participantId: string, status: string, representedBy: string | null = null) => ({
  ...{ ...line(participantId, status), representedBy },
});
const fact = (type: string, data: object) => ({ type, data: { meetingId: id, ...data } });
const quorum = (attended: number | null) => ({ answer: 'NOT_DEFINED', attended, required: null });
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
  ...{ heldOn: null, recordedOn: null, presidingCapacity: null, presentCount: null },
  ...{ sheetClosed: false, quorum: quorum(null), day: '2024-11-21', revision: '0' },
  ...{ agenda: [text('a')], items: [], place: null, plannedPlace: null, postponements: [] },
  ...{ cancellation: null, sheet: { mode: 'NONE', lines: [], tally: null } },
  ...{ composition: null, voice: null },
};
const happened = {
  ...{ ...planned, status: 'HELD', heldOn: '2024-11-22', day: '2024-11-22', revision: '1' },
  ...{ presidingCapacity: 'MAIRE', place: text('b'), recordedOn: expect.any(String) as string },
};
const meetingAfter = (...facts: readonly { type: string; data: object }[]) =>
  replay(meetingsProjection, told(...facts))[id];

describe('meetings', () => {
  it('is listed by the day it is planned for', () => expect(meetingAfter(convened)).toEqual(planned));

  it('is listed by the day it was held', () => expect(meetingAfter(convened, held)).toEqual(happened));

  it('counts the lines of those present', () =>
    expect(meetingAfter(convened, held, recorded('awa'), recorded('ben', 'EXCUSED'))).toEqual({
      ...{ ...happened, presentCount: 1, quorum: quorum(1), revision: '3' },
      sheet: { mode: 'NOMINATIVE', lines: [shown('awa', 'PRESENT'), shown('ben', 'EXCUSED')], tally: null },
    }));

  it('puts a correction where the line stood', () =>
    expect(
      meetingAfter(convened, held, recorded('awa'), recorded('ben'), corrected('awa', 'ABSENT')),
    ).toEqual({
      ...{ ...happened, presentCount: 1, quorum: quorum(1), revision: '4' },
      sheet: { mode: 'NOMINATIVE', lines: [shown('awa', 'ABSENT'), shown('ben', 'PRESENT')], tally: null },
    }));

  it('counts a tally by sex, those not reported included', () =>
    expect(meetingAfter(convened, held, tallied)).toEqual({
      ...{ ...happened, presentCount: 25, quorum: quorum(20), revision: '2' },
      sheet: { mode: 'TALLY', lines: [], tally: { ...counts, youngWomen: null } },
    }));

  it('is listed by the day it was put off to, with the reasons', () => {
    const put = (plannedOn: string) => fact('meeting-postponed', { plannedOn, reason: text('d') });
    expect(meetingAfter(convened, put('2024-11-28'), put('2024-12-05'))).toMatchObject({
      ...{ status: 'POSTPONED', plannedOn: '2024-12-05', day: '2024-12-05' },
      postponements: [{ plannedOn: '2024-11-28' }, { plannedOn: '2024-12-05' }],
    });
    expect(meetingAfter(convened, put('2024-11-28'), held)).toMatchObject({
      status: 'HELD',
      day: '2024-11-22',
    });
  });

  it('is cancelled with its cause, and carries no attendance: invariant 5', () =>
    expect(
      meetingAfter(convened, fact('meeting-cancelled', { cause: 'INSECURITY', reason: null })),
    ).toMatchObject({
      ...{ status: 'CANCELLED', cancellation: { cause: 'INSECURITY', reason: null }, presentCount: null },
    }));

  it('shows whether the quorum of the day was there, and a closed sheet', () => {
    const seat = (holderId: string) => ({
      ...{ seatId: `seat ${holderId}`, category: 'AUTRE', holderId, alternateId: null },
    });
    const noted = fact('meeting-composition-noted', {
      ...{ on: '2024-11-22', seats: [seat('awa'), seat('ben')], quorum: { kind: 'COUNT', members: 2 } },
    });
    const before = [convened, held, noted, recorded('awa')];
    expect(meetingAfter(...before)).toMatchObject({
      ...{ sheetClosed: false, quorum: { answer: 'NOT_MET', attended: 1, required: 2 } },
    });
    const away = [recorded('ben', 'REPRESENTED'), recorded('cire')];
    const stands = fact('attendance-represented', { participantId: 'ben', representedBy: 'cire' });
    const after = meetingAfter(...before, ...away, stands, fact('attendance-sheet-closed', {}));
    expect(after).toMatchObject({ sheetClosed: true, quorum: { answer: 'MET', attended: 2 } });
    expect(after?.sheet.lines[1]).toEqual(shown('ben', 'REPRESENTED', 'cire'));
  });

  it('keeps place, agenda, young women and voice as they were said last', () => {
    const said = [
      fact('meeting-place-planned', { place: text('e') }),
      fact('agenda-set', { items: ['first'] }),
      fact('agenda-set', { items: ['second'] }),
      fact('young-women-tallied', { youngWomen: 3 }),
      fact('voice-recorded', { groups: ['group'] }),
    ];
    expect(meetingAfter(convened, held, tallied, ...said)).toMatchObject({
      ...{ plannedPlace: text('e'), place: text('b'), items: ['second'], voice: ['group'] },
      sheet: { tally: { youngWomen: 3 } },
    });
  });

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
