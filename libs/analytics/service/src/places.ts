import { getMeeting, getRecommendation } from '@benkan/contracts/meetings';
import { getTraining } from '@benkan/contracts/training';
import { unitsAsked, type Ask, type FindUnits } from '@benkan/doors';

/** Where the things of every service lie, as each service says. */
export const placesAsked = (ask: Ask): FindUnits => ({
  ...unitsAsked(ask),
  meeting: async (meetingId, because) => (await ask(getMeeting, { meetingId }, because))?.unitId,
  recommendation: async (recommendationId, because) =>
    (await ask(getRecommendation, { recommendationId }, because))?.unitId,
  training: async (trainingId, because) => (await ask(getTraining, { trainingId }, because))?.unitId,
});
