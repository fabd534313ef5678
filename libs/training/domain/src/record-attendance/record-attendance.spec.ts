import { spec } from '@benkan/testing';
import { training, type Signature, type TrainingAttendanceCorrected } from '../training';
import { at, by, ids, planned, secondDay, signature, signed, text } from '../training.examples';
import { recordAttendance } from './record-attendance';

const { given } = spec(training, recordAttendance);

const record = (line: Partial<Signature> = {}, participantKnown = true, instant = at) => ({
  data: { trainingId: ids.training, ...signature(line), participantKnown },
  at: instant,
  by,
});
const correctedToAbsent: TrainingAttendanceCorrected = {
  type: 'training-attendance-corrected',
  data: { ...signed({ status: 'ABSENT' }).data, reason: text('7') },
};

describe('training.record-attendance', () => {
  it('writes who signed on a day', () => given(planned).when(record()).then(signed()));
  it('writes who did not', () =>
    given(planned)
      .when(record({ status: 'ABSENT' }))
      .then(signed({ status: 'ABSENT' })));
  it('writes each day apart', () =>
    given(planned, signed())
      .when(record({ day: secondDay }, true, '2024-12-03T18:00:00.000Z'))
      .then(signed({ day: secondDay })));
  it('writes each participant apart', () =>
    given(planned, signed())
      .when(record({ participantId: ids.anotherParticipant }))
      .then(signed({ participantId: ids.anotherParticipant })));
  it('hears the same signature once', () => given(planned, signed()).when(record()).then());
  it('never overwrites what is written', () =>
    given(planned, signed())
      .when(record({ status: 'ABSENT' }))
      .thenRefused('differs-from-recorded', ['status']));
  it('never overwrites a correction', () =>
    given(planned, signed(), correctedToAbsent)
      .when(record())
      .thenRefused('differs-from-recorded', ['status']));
  it('refuses a training nobody planned', () => given().when(record()).thenRefused('training-unknown'));
  it('refuses a participant the registry does not know', () =>
    given(planned).when(record({}, false)).thenRefused('participant-unknown'));
  it('refuses a day of no session', () =>
    given(planned)
      .when(record({ day: '2024-12-01' }))
      .thenRefused('not-a-day-of-this-training'));
  it('refuses a day that has not come', () =>
    given(planned)
      .when(record({ day: secondDay }))
      .thenRefused('day-is-in-the-future'));
});
