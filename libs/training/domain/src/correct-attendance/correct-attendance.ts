import { accept, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import type { Signature, Training, TrainingAttendanceCorrected } from '../training';

export type CorrectAttendance = Said<
  Signature & { readonly trainingId: string; readonly reason: SealedText }
>;

export type CorrectAttendanceRefusal = 'training-unknown' | 'attendance-not-recorded';

/** What the sheet says of a day changes only here, with the reason; what is equal stays as it is. */
export const correctAttendance = (
  { data: { trainingId, participantId, day, status, reason } }: CorrectAttendance,
  training: Training,
): Decision<TrainingAttendanceCorrected, CorrectAttendanceRefusal> => {
  if (training.status === 'unknown') return refuse('training-unknown');
  const recorded = training.sheet.get(participantId)?.get(day);
  if (recorded === undefined) return refuse('attendance-not-recorded');
  if (recorded === status) return accept();
  return accept({
    type: 'training-attendance-corrected',
    data: { trainingId, participantId, day, status, reason },
  });
};
