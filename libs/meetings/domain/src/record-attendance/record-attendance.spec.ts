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
type Mode = 'NOMINATIVE' | 'PSEUDONYMOUS' | 'TALLY';
const record = (status?: Line['status'], participantKnown = true, attendanceMode: Mode = 'NOMINATIVE') => ({
  data: { meetingId: ids.meeting, ...line(status), participantKnown, attendanceMode },
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
  it('writes codes where names are not taken', () =>
    given(convened, held)
      .when(record('PRESENT', true, 'PSEUDONYMOUS'))
      .then(recorded('PRESENT')));
  it('refuses names where the committee is protected by counts, be the sheet begun or not', () => {
    given(convened, held)
      .when(record('PRESENT', true, 'TALLY'))
      .thenRefused('attendance-mode-is-tally');
    given(convened, held, recorded())
      .when(record('PRESENT', true, 'TALLY'))
      .thenRefused('attendance-mode-is-tally');
  });
  it('refuses a participant the registry does not know', () =>
    given(convened, held).when(record('PRESENT', false)).thenRefused('participant-unknown'));
});
