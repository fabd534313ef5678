import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Signature, Training, TrainingAttendanceRecorded } from '../training';

export type RecordAttendance = Said<
  Signature & {
    readonly trainingId: string;
    /** Whether the registry knows the participant. */
    readonly participantKnown: boolean;
  }
>;

export type RecordAttendanceRefusal =
  | 'training-unknown'
  | 'participant-unknown'
  | 'not-a-day-of-this-training'
  | 'day-is-in-the-future'
  | 'differs-from-recorded';

/** One line a participant and day, of a day of this training that has come. */
export const recordAttendance = (
  { data: { trainingId, participantId, day, status, participantKnown }, at }: RecordAttendance,
  training: Training,
): Decision<TrainingAttendanceRecorded, RecordAttendanceRefusal> => {
  if (training.status === 'unknown') return refuse('training-unknown');
  if (!participantKnown) return refuse('participant-unknown');
  if (!training.planned.days.includes(day)) return refuse('not-a-day-of-this-training');
  if (day > dayOf(at)) return refuse('day-is-in-the-future');
  const recorded = training.sheet.get(participantId)?.get(day);
  if (recorded === undefined)
    return accept({ type: 'training-attendance-recorded', data: { trainingId, participantId, day, status } });
  const differing = differences({ status: recorded }, { status });
  return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
};
