import { spec } from '@benkan/testing';
import { training, type Signature, type TrainingAttendanceCorrected } from '../training';
import {
  at,
  bothDays,
  by,
  closed,
  ids,
  planned,
  secondDay,
  sheet,
  signature,
  signed,
  text,
} from '../training.examples';
import { correctAttendance } from './correct-attendance';

const { given } = spec(training, correctAttendance);

const correction = (line: Partial<Signature>) => ({
  trainingId: ids.training,
  ...signature(line),
  reason: text('7'),
});
const correct = (line: Partial<Signature>, participantKnown = true) => ({
  ...{ data: { ...correction(line), participantKnown }, at, by },
});
const corrected = (line: Partial<Signature>): TrainingAttendanceCorrected => ({
  type: 'training-attendance-corrected',
  data: correction(line),
});

describe('training.correct-attendance', () => {
  it('changes a day, with the reason', () =>
    given(planned, signed())
      .when(correct({ status: 'ABSENT' }))
      .then(corrected({ status: 'ABSENT' })));
  it('leaves an equal day alone', () =>
    given(planned, signed())
      .when(correct({ status: 'PRESENT' }))
      .then());
  it('hears the same correction once', () =>
    given(planned, signed(), corrected({ status: 'ABSENT' }))
      .when(correct({ status: 'ABSENT' }))
      .then());
  it('adds a forgotten line once the training is closed', () => {
    const over = given(planned, sheet(bothDays), closed());
    const forgotten = { participantId: ids.anotherParticipant };
    over.when(correct(forgotten)).then(corrected(forgotten));
    over.when(correct(forgotten, false)).thenRefused('participant-unknown');
    over.when(correct({ ...forgotten, day: '2024-12-01' })).thenRefused('not-a-day-of-this-training');
  });
  it('refuses a training nobody planned', () => given().when(correct({})).thenRefused('training-unknown'));
  it('refuses a participant nobody wrote', () =>
    given(planned).when(correct({})).thenRefused('attendance-not-recorded'));
  it('refuses a day nobody wrote', () =>
    given(planned, signed())
      .when(correct({ day: secondDay }))
      .thenRefused('attendance-not-recorded'));
});
