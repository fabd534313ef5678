import type { OpenModel } from '@benkan/doors';
import { meetingsSchema, minutesSchema, recommendationsSchema } from '@benkan/meetings-read-model';
import type { listMeetings, listMinutes, listRecommendations } from '@benkan/meetings-read-model';

export type MeetingsModel = Parameters<typeof listMeetings>[0];
export type MinutesModel = Parameters<typeof listMinutes>[0];
export type RecommendationsModel = Parameters<typeof listRecommendations>[0];

export const openModels = async (open: OpenModel) => ({
  meetings: await open<typeof meetingsSchema, MeetingsModel>('Meeting', meetingsSchema),
  minutes: await open<typeof minutesSchema, MinutesModel>('Minutes', minutesSchema),
  recommendations: await open<typeof recommendationsSchema, RecommendationsModel>(
    'Recommendation',
    recommendationsSchema,
  ),
});
