import { spec } from '@benkan/testing';
import { meeting, type AttendanceRecorded, type Line } from '../meeting';
import { at, by, convened, held, ids, tallied } from '../meeting.examples';
import { recordAttendance } from './record-attendance';

const { given } = spec(meeting, recordAttendance);

const line = (status: Line['status'] = 'PRESENT'): Line => ({
  participantId: ids.awa,
  quality: 'MEMBER',
  status,
});
const record = (status?: Line['status'], participantKnown = true) => ({
  data: { meetingId: ids.meeting, ...line(status), participantKnown },
  at,
  by,
});
const recorded = (status?: Line['status']): AttendanceRecorded => ({
  type: 'attendance-recorded',
  data: { meetingId: ids.meeting, ...line(status) },
});

describe('meetings.record-attendance', () => {
  it('writes a line of a held meeting', () => given(convened, held).when(record()).then(recorded()));
  it('hears the same line once', () => given(convened, held, recorded()).when(record()).then());
  it('never overwrites what is written', () =>
    given(convened, held, recorded('PRESENT'))
      .when(record('ABSENT'))
      .thenRefused('differs-from-recorded', ['status']));
  it('refuses a meeting nobody convened', () => given().when(record()).thenRefused('meeting-unknown'));
  it('refuses a meeting that was not held', () =>
    given(convened).when(record()).thenRefused('meeting-not-held'));
  it('refuses names where only counts were taken', () =>
    given(convened, held, tallied).when(record()).thenRefused('attendance-is-a-tally'));
  it('refuses a participant the registry does not know', () =>
    given(convened, held).when(record('PRESENT', false)).thenRefused('participant-unknown'));
});
