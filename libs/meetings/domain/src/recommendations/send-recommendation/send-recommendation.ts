import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { addresseeMeant, type AddresseeRefusal } from '../addressees';
import type { Recommendation, RecommendationSent, Sending } from '../recommendation';
import { closedBecause, wrongDay } from '../standing';

export type SendRecommendation = Said<
  Omit<Sending, 'addressee'> & { readonly recommendationId: string; readonly addressee: number | null }
>;

export type SendRecommendationRefusal =
  | 'recommendation-unknown'
  | AddresseeRefusal
  | 'before-it-was-issued'
  | 'in-the-future'
  | 'already-verified'
  | 'already-closed';

/** It may go to an addressee more than once; the same sending is heard once. */
export const sendRecommendation = (
  { data: { recommendationId, addressee: named, on, channel }, at }: SendRecommendation,
  recommendation: Recommendation,
): Decision<RecommendationSent, SendRecommendationRefusal> => {
  if (recommendation.status === 'unknown') return refuse('recommendation-unknown');
  const addressee = addresseeMeant(recommendation, named);
  if (typeof addressee === 'string') return refuse(addressee);
  const sending = { addressee, on, channel };
  if (recommendation.sendings.some((sent) => differences(sent, sending).length === 0)) return accept();
  const no = closedBecause(recommendation) ?? wrongDay(recommendation, on, at);
  if (no !== undefined) return refuse(no);
  return accept({ type: 'recommendation-sent', data: { recommendationId, ...sending } });
};
