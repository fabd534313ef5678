import { spec } from '@benkan/testing';
import { meeting, type AttendanceCorrected, type AttendanceRecorded, type Line } from '../meeting';
import { at, by, convened, held, ids, tallied, text } from '../meeting.examples';
import { correctAttendance } from './correct-attendance';

const { given } = spec(meeting, correctAttendance);

const line = (status: Line['status']): Line => ({ participantId: ids.awa, quality: 'MEMBER', status });
const recorded: AttendanceRecorded = {
  type: 'attendance-recorded',
  data: { meetingId: ids.meeting, ...line('PRESENT') },
};
const correction = (status: Line['status']) => ({
  meetingId: ids.meeting,
  ...line(status),
  reason: text('7'),
});
const correct = (status: Line['status']) => ({ data: correction(status), at, by });
const corrected = (status: Line['status']): AttendanceCorrected => ({
  type: 'attendance-corrected',
  data: correction(status),
});

describe('meetings.correct-attendance', () => {
  it('changes a line, with the reason', () =>
    given(convened, held, recorded).when(correct('EXCUSED')).then(corrected('EXCUSED')));
  it('leaves an equal line alone', () => given(convened, held, recorded).when(correct('PRESENT')).then());
  it('hears the same correction once', () =>
    given(convened, held, recorded, corrected('EXCUSED')).when(correct('EXCUSED')).then());
  it('corrects a correction', () =>
    given(convened, held, recorded, corrected('EXCUSED')).when(correct('ABSENT')).then(corrected('ABSENT')));
  it('refuses a meeting nobody convened', () =>
    given().when(correct('ABSENT')).thenRefused('meeting-unknown'));
  it('refuses a line nobody wrote', () =>
    given(convened, held).when(correct('ABSENT')).thenRefused('attendance-not-recorded'));
  it('refuses a meeting that was not held', () =>
    given(convened).when(correct('ABSENT')).thenRefused('attendance-not-recorded'));
  it('refuses names where only counts were taken', () =>
    given(convened, held, tallied).when(correct('ABSENT')).thenRefused('attendance-not-recorded'));
});
