import type { MeetingsContext } from '../context';
import { carryOverRecommendationDoor } from './carry-over';
import {
  acknowledgeRecommendationDoor,
  answerRecommendationDoor,
  sendRecommendationDoor,
} from './correspondence';
import { abandonRecommendationDoor, rejectRecommendationDoor, reopenRecommendationDoor } from './endings';
import { escalateRecommendationDoor } from './escalate';
import { issueRecommendationDoor } from './issue-recommendation';
import { getRecommendationDoor, getRecommendationHistoryDoor, listRecommendationsDoor } from './queries';
import { reportProgressDoor } from './report-progress';
import { claimImplementationDoor, verifyImplementationDoor } from './steps';

/** Everything that is said and asked of recommendations. */
export const recommendationDoors = (context: MeetingsContext) => [
  issueRecommendationDoor(context),
  sendRecommendationDoor(context),
  acknowledgeRecommendationDoor(context),
  answerRecommendationDoor(context),
  reportProgressDoor(context),
  claimImplementationDoor(context),
  verifyImplementationDoor(context),
  rejectRecommendationDoor(context),
  abandonRecommendationDoor(context),
  reopenRecommendationDoor(context),
  carryOverRecommendationDoor(context),
  escalateRecommendationDoor(context),
  listRecommendationsDoor(context),
  getRecommendationDoor(context),
  getRecommendationHistoryDoor(context),
];
