import * as meetings from '@benkan/contracts/meetings';
import { ask, tell, type Route } from './route';

const ONE = 'v1/recommendations/:recommendationId';
const unknown = { notFound: 'recommendation-unknown' };

/** Recommendations, from their issue to what became of them. */
export const recommendationRoutes: readonly Route[] = [
  tell('v1/recommendations', meetings.issueRecommendation, { creates: 'v1/recommendations' }),
  ask('v1/recommendations', meetings.listRecommendations),
  ask(ONE, meetings.getRecommendation),
  ask(`${ONE}/history`, meetings.getRecommendationHistory),
  tell(`${ONE}/sendings`, meetings.sendRecommendation, unknown),
  tell(`${ONE}/acknowledgements`, meetings.acknowledgeRecommendation, unknown),
  tell(`${ONE}/answers`, meetings.answerRecommendation, unknown),
  tell(`${ONE}/progress`, meetings.reportProgress, unknown),
  tell(`${ONE}/implementation`, meetings.claimImplementation, unknown),
  tell(`${ONE}/verification`, meetings.verifyImplementation, unknown),
  tell(`${ONE}/rejection`, meetings.rejectRecommendation, unknown),
  tell(`${ONE}/abandonment`, meetings.abandonRecommendation, unknown),
  tell(`${ONE}/carry-overs`, meetings.carryOverRecommendation, unknown),
  tell(`${ONE}/escalation`, meetings.escalateRecommendation, unknown),
  tell(`${ONE}/reopenings`, meetings.reopenRecommendation, unknown),
];
