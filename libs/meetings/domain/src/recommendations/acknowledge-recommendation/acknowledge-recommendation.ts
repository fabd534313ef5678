import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { notHeard, speakerOf, type SaidBack, type SaidBackRefusal } from '../hearing';
import type { Recommendation, RecommendationAcknowledged } from '../recommendation';

export type AcknowledgeRecommendation = Said<SaidBack>;
export type AcknowledgeRecommendationRefusal = SaidBackRefusal | 'differs-from-recorded';

/** An addressee says once that it has it. */
export const acknowledgeRecommendation = (
  command: AcknowledgeRecommendation,
  recommendation: Recommendation,
): Decision<RecommendationAcknowledged, AcknowledgeRecommendationRefusal> => {
  if (recommendation.status === 'unknown') return refuse('recommendation-unknown');
  const addressee = speakerOf(recommendation, command);
  if (typeof addressee === 'string') return refuse(addressee);
  const { recommendationId, on, corps } = command.data;
  const recorded = recommendation.acknowledgements.find((one) => one.addressee === addressee);
  if (recorded !== undefined) {
    const differing = differences(recorded, { addressee, on, corps });
    return differing.length === 0 ? accept() : refuse('differs-from-recorded', differing);
  }
  const no = notHeard(recommendation, addressee, command);
  if (no !== undefined) return refuse(no);
  return accept({ type: 'recommendation-acknowledged', data: { recommendationId, addressee, on, corps } });
};
