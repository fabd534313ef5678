import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { OVER, type ReportTexts, type Training, type TrainingReportWritten } from '../training';

export type WriteTrainingReport = Said<ReportTexts & { readonly trainingId: string }>;

/** The texts of a report are written whole, as often as it takes; what is filed has its own fingerprint. */
export const writeTrainingReport = (
  { data: { trainingId, ...texts } }: WriteTrainingReport,
  training: Training,
): Decision<TrainingReportWritten, 'training-unknown' | 'training-cancelled'> => {
  if (training.status === 'unknown' || training.status === 'cancelled') return refuse(OVER[training.status]);
  if (training.report !== null && differences(training.report, texts).length === 0) return accept();
  return accept({ type: 'training-report-written', data: { trainingId, ...texts } });
};
