import { accept, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import type { Signature, Training, TrainingAttendanceCorrected } from '../training';

export type CorrectAttendance = Said<
  Signature & {
    readonly trainingId: string;
    readonly reason: SealedText;
    /** Whether the registry knows the participant. */
    readonly participantKnown: boolean;
  }
>;

export type CorrectAttendanceRefusal =
  'training-unknown' | 'attendance-not-recorded' | 'participant-unknown' | 'not-a-day-of-this-training';

/**
 * What the sheet says of a day changes only here, with the reason; what is equal stays as it is. Once the training is
 * closed, a line that was forgotten is added here too.
 */
export const correctAttendance = (
  { data: { trainingId, participantId, day, status, reason, participantKnown } }: CorrectAttendance,
  training: Training,
): Decision<TrainingAttendanceCorrected, CorrectAttendanceRefusal> => {
  if (training.status === 'unknown') return refuse('training-unknown');
  const recorded = training.sheet.get(participantId)?.get(day);
  if (recorded === status) return accept();
  if (recorded === undefined) {
    if (training.status !== 'closed') return refuse('attendance-not-recorded');
    if (!participantKnown) return refuse('participant-unknown');
    if (!training.days.includes(day)) return refuse('not-a-day-of-this-training');
  }
  return accept({
    type: 'training-attendance-corrected',
    data: { trainingId, participantId, day, status, reason },
  });
};
