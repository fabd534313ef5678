import { accept, dayOf, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import type { Progress, Recommendation, RecommendationProgressReported } from '../recommendation';

export type ReportProgress = Said<Progress & { readonly recommendationId: string }>;

export type ReportProgressRefusal =
  'recommendation-unknown' | 'before-it-was-issued' | 'in-the-future' | 'already-verified';

/** Progress may be told until the implementation is verified; the same report is heard once. */
export const reportProgress = (
  { data: { recommendationId, on, note }, at }: ReportProgress,
  recommendation: Recommendation,
): Decision<RecommendationProgressReported, ReportProgressRefusal> => {
  if (recommendation.status === 'unknown') return refuse('recommendation-unknown');
  const progress = { on, note };
  if (recommendation.reports.some((report) => differences(report, progress).length === 0)) return accept();
  if (recommendation.status === 'verified') return refuse('already-verified');
  if (on < recommendation.issued.issuedOn) return refuse('before-it-was-issued');
  if (on > dayOf(at)) return refuse('in-the-future');
  return accept({ type: 'recommendation-progress-reported', data: { recommendationId, ...progress } });
};
