import { fold } from '@benkan/kernel';
import { spec } from '@benkan/testing';
import { correctAttendance } from '../correct-attendance/correct-attendance';
import { isReadyForMinutes, meeting } from '../meeting';
import { at, by, convened, held, ids, tallied, text } from '../meeting.examples';
import { cancelled, closed, line, recorded } from '../states.examples';
import { closeAttendanceSheet } from './close-attendance-sheet';

const { given } = spec(meeting, closeAttendanceSheet);
const close = { data: { meetingId: ids.meeting }, at, by };

describe('meetings.close-attendance-sheet', () => {
  it('closes a sheet of names, and one of counts', () => {
    given(convened, held, recorded).when(close).then(closed);
    given(convened, held, tallied).when(close).then(closed);
  });
  it('hears it once', () => given(convened, held, recorded, closed).when(close).then());
  it('refuses an empty sheet, and a meeting that was not held', () => {
    given(convened, held).when(close).thenRefused('sheet-is-empty');
    given(convened).when(close).thenRefused('meeting-not-held');
    given(convened, cancelled).when(close).thenRefused('meeting-cancelled');
    given().when(close).thenRefused('meeting-unknown');
  });
  it('leaves corrections, with their reason: invariant 9', () => {
    const data = { meetingId: ids.meeting, ...line, status: 'EXCUSED', reason: text('7') } as const;
    const state = fold(meeting, [convened, held, recorded, closed]);
    expect(correctAttendance({ data, at, by }, state)).toMatchObject({
      kind: 'accepted',
      facts: [{ type: 'attendance-corrected', data }],
    });
  });
  it('is what minutes need, or a tally: invariant 5', () => {
    expect(isReadyForMinutes(fold(meeting, [convened, held, recorded]))).toBe(false);
    expect(isReadyForMinutes(fold(meeting, [convened, held]))).toBe(false);
    expect(isReadyForMinutes(fold(meeting, [convened, held, recorded, closed]))).toBe(true);
    expect(isReadyForMinutes(fold(meeting, [convened, held, tallied]))).toBe(true);
    expect(isReadyForMinutes(fold(meeting, [convened, cancelled]))).toBe(false);
  });
});
