import { replay, told, twice } from '@benkan/testing';
import { trainingsProjection } from './training-view';

const id = '11111111-1111-5111-8111-111111111111';
const unitId = '22222222-2222-5222-8222-222222222222';
const [first, second] = ['2024-12-02', '2024-12-03'];
const text = { textRef: unitId, digest: 'a'.repeat(64) };

const plan = { unitId, days: [second, first], themes: ['RSS'], group: 1, title: text };
const planned = { type: 'training-planned', data: { trainingId: id, ...plan } };
const line = (participantId: string, day: string, status: string) => ({ participantId, day, status });
const attended = (participantId: string, day: string, status = 'PRESENT') => ({
  type: 'training-attendance-recorded',
  data: { trainingId: id, ...line(participantId, day, status) },
});
const corrected = (participantId: string, day: string, status: string) => ({
  type: 'training-attendance-corrected',
  data: { trainingId: id, ...line(participantId, day, status), reason: text },
});
const results = (pre: number | null) => ({ participantId: 'awa', pre, post: 13, max: 20 });
const tested = { type: 'test-results-recorded', data: { trainingId: id, ...results(7) } };
const retested = { type: 'test-results-corrected', data: { trainingId: id, ...results(null), reason: text } };
const view = {
  ...{ id, status: 'PLANNED', ...plan, trainedCount: 0, completedCount: 0, certificateCount: 0 },
  ...{ revision: '0', day: first, attendance: [], results: [], terms: null, sessions: [] },
  ...{ facilitators: [], satisfaction: null, certificateDays: null, certificates: [], codes: [] },
  ...{ report: null, filed: null },
};
const after = (...facts: readonly { type: string; data: object }[]) =>
  replay(trainingsProjection, told(...facts))[id];

describe('trainings', () => {
  it('is listed by its first day', () => expect(after(planned)).toEqual(view));

  it('counts a person once, completed when present every day', () =>
    expect(
      after(planned, attended('awa', first), attended('awa', second), attended('ben', first)),
    ).toMatchObject({ trainedCount: 2, completedCount: 1, revision: '3' }));

  it('trains nobody who was absent', () =>
    expect(after(planned, attended('awa', first, 'ABSENT'))).toMatchObject({
      ...{ trainedCount: 0, completedCount: 0, attendance: [line('awa', first, 'ABSENT')] },
    }));

  it('puts a correction where the record stood', () =>
    expect(
      after(
        ...[planned, attended('awa', first), attended('awa', second), tested],
        ...[corrected('awa', second, 'ABSENT'), retested],
      ),
    ).toEqual({
      ...{ ...view, trainedCount: 1, completedCount: 0, revision: '5', results: [results(null)] },
      attendance: [line('awa', first, 'PRESENT'), line('awa', second, 'ABSENT')],
    }));

  it('follows a whole sheet, the days as they stand, and what came of it', () => {
    const trainingId = id;
    const lines = [
      { participantId: 'awa', present: [first], absent: [] },
      { participantId: 'ben', present: [], absent: [first] },
    ];
    const certificates = [{ participantId: 'awa', code: 'CODE' }];
    const facts = [
      planned,
      { type: 'training-sheet-recorded', data: { trainingId, lines } },
      { type: 'training-postponed', data: { trainingId, days: [first], reason: text } },
      { type: 'training-closed', data: { trainingId, certificateDays: 1 } },
      { type: 'certificates-issued', data: { trainingId, certificates } },
    ];
    expect(after(...facts)).toMatchObject({
      ...{ status: 'CLOSED', days: [first], trainedCount: 1, completedCount: 1, certificateCount: 1 },
      ...{ attendance: [line('awa', first, 'PRESENT'), line('ben', first, 'ABSENT')], codes: ['CODE'] },
    });
    const withdrawn = {
      type: 'certificate-withdrawn',
      data: { trainingId, ...certificates[0], reason: text },
    };
    expect(after(...facts, withdrawn)).toMatchObject({
      ...{ certificateCount: 0, codes: ['CODE'], certificates: [{ code: 'CODE', withdrawn: true }] },
    });
  });

  it('comes back the same, told twice or from scratch', () => {
    const events = told(planned, attended('awa', first), tested, corrected('awa', first, 'ABSENT'), retested);
    const bytes = JSON.stringify(replay(trainingsProjection, events));
    expect(JSON.stringify(replay(trainingsProjection, twice(events)))).toBe(bytes);
    expect(JSON.stringify(replay(trainingsProjection, events))).toBe(bytes);
  });

  it('leaves what is not its own alone', () =>
    expect(replay(trainingsProjection, told({ type: 'never-heard-of', data: {} }, tested))).toEqual({}));
});
