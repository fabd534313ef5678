import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Known, Progress, ProgressMeasured, Recommendation } from '../recommendation';
import type { RecommendationProgressReported } from '../recommendation';
import { closedBecause, wrongDay } from '../standing';

export type ReportProgress = Said<
  Progress & {
    readonly recommendationId: string;
    /** How much is done, 0 to 100; null where nobody measured it. */
    readonly percent: number | null;
  }
>;

export type ReportProgressRefusal =
  'recommendation-unknown' | 'before-it-was-issued' | 'in-the-future' | 'already-verified' | 'already-closed';

const isTold = ({ reports, measures }: Known, { on, note, percent }: ReportProgress['data']): boolean =>
  reports.some((report) => differences(report, { on, note }).length === 0) &&
  (percent === null || measures.some((measure) => measure.on === on && measure.percent === percent));

/** Progress may be told until it is verified or closed; the same report is heard once. */
export const reportProgress = (
  { data, at }: ReportProgress,
  recommendation: Recommendation,
): Decision<RecommendationProgressReported | ProgressMeasured, ReportProgressRefusal> => {
  const { recommendationId, on, note, percent } = data;
  if (recommendation.status === 'unknown') return refuse('recommendation-unknown');
  if (isTold(recommendation, data)) return accept();
  const no = closedBecause(recommendation) ?? wrongDay(recommendation, on, at);
  if (no !== undefined) return refuse(no);
  const reported: RecommendationProgressReported = {
    type: 'recommendation-progress-reported',
    data: { recommendationId, on, note },
  };
  if (percent === null) return accept(reported);
  return accept<RecommendationProgressReported | ProgressMeasured>(reported, {
    type: 'progress-measured',
    data: { recommendationId, on, percent },
  });
};
