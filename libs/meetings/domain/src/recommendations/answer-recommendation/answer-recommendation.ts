import { accept, differences, refuse, type Decision, type Said } from '@benkan/kernel';
import { notHeard, speakerOf, type SaidBack, type SaidBackRefusal } from '../hearing';
import type { Answer, Recommendation, RecommendationAnswered } from '../recommendation';

export type AnswerRecommendation = Said<SaidBack & Pick<Answer, 'answer' | 'text'>>;
export type AnswerRecommendationRefusal = SaidBackRefusal;

/** An addressee answers, as often as it has something to say; the same answer is heard once. */
export const answerRecommendation = (
  command: AnswerRecommendation,
  recommendation: Recommendation,
): Decision<RecommendationAnswered, AnswerRecommendationRefusal> => {
  if (recommendation.status === 'unknown') return refuse('recommendation-unknown');
  const addressee = speakerOf(recommendation, command);
  if (typeof addressee === 'string') return refuse(addressee);
  const { recommendationId, on, answer, text, corps } = command.data;
  const said: Answer = { addressee, on, answer, text, corps };
  if (recommendation.answers.some((one) => differences(one, said).length === 0)) return accept();
  const no = notHeard(recommendation, addressee, command);
  if (no !== undefined) return refuse(no);
  return accept({ type: 'recommendation-answered', data: { recommendationId, ...said } });
};
