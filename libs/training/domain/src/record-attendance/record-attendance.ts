import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { OVER, type Over, type Signature, type Training, type TrainingAttendanceRecorded } from '../training';

export type RecordAttendance = Said<
  Signature & {
    readonly trainingId: string;
    /** Whether the registry knows the participant. */
    readonly participantKnown: boolean;
  }
>;

export type RecordAttendanceRefusal =
  | Over
  | 'participant-unknown'
  | 'not-a-day-of-this-training'
  | 'day-is-in-the-future'
  | 'differs-from-recorded';

type Line = Omit<RecordAttendance['data'], 'trainingId' | 'status'>;

const wrongLine = ({ participantKnown, day }: Line, days: readonly string[], today: string) => {
  if (!participantKnown) return 'participant-unknown';
  if (!days.includes(day)) return 'not-a-day-of-this-training';
  return day > today ? 'day-is-in-the-future' : undefined;
};

/** One line a participant and day, of a day of this training that has come. */
export const recordAttendance = (
  { data: { trainingId, participantId, day, status, participantKnown }, at }: RecordAttendance,
  training: Training,
): Decision<TrainingAttendanceRecorded, RecordAttendanceRefusal> => {
  if (training.status === 'unknown' || training.status === 'cancelled') return refuse(OVER[training.status]);
  const recorded = training.sheet.get(participantId)?.get(day);
  if (recorded !== undefined) {
    const differing = differences({ status: recorded }, { status });
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  if (training.status === 'closed') return refuse('training-closed');
  const why = wrongLine({ participantKnown, participantId, day }, training.days, dayOf(at));
  if (why !== undefined) return refuse(why);
  return accept({ type: 'training-attendance-recorded', data: { trainingId, participantId, day, status } });
};
