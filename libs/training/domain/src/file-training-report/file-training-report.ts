import {
  accept,
  dayOf,
  differences,
  refuse,
  type Decision,
  type Said,
  type SealedText,
} from '@benkan/kernel';
import { notClosed, type NotClosed } from '../not-closed';
import type { Filed, Training, TrainingReportFiled } from '../training';

export type FileTrainingReport = Said<
  Filed & { readonly trainingId: string; readonly reason: SealedText | null }
>;

export type FileTrainingReportRefusal = NotClosed | 'day-is-in-the-future' | 'reason-missing';

/** A report is filed by day and fingerprint; another takes its place only with a reason, and the first stays in the history. */
export const fileTrainingReport = (
  { data: { trainingId, filedOn, fingerprint, reason }, at }: FileTrainingReport,
  training: Training,
): Decision<TrainingReportFiled, FileTrainingReportRefusal> => {
  if (training.status !== 'closed') return refuse(notClosed(training.status));
  const given = { filedOn, fingerprint };
  if (training.filed !== null && differences(training.filed, given).length === 0) return accept();
  if (filedOn > dayOf(at)) return refuse('day-is-in-the-future');
  if (training.filed !== null && reason === null) return refuse('reason-missing');
  return accept({ type: 'training-report-filed', data: { trainingId, ...given, reason } });
};
