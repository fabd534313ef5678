import {
  listMeetings,
  listRecommendations,
  meetingsSchema,
  recommendationsSchema,
} from '@benkan/meetings-read-model';

export type MeetingsModel = Parameters<typeof listMeetings>[0];
export type RecommendationsModel = Parameters<typeof listRecommendations>[0];

/** Opens a model for a schema of the read models. */
export type OpenModel = <Schema, Model>(name: string, schema: Schema) => Promise<Model>;

export const openModels = async (open: OpenModel) => ({
  meetings: await open<typeof meetingsSchema, MeetingsModel>('Meeting', meetingsSchema),
  recommendations: await open<typeof recommendationsSchema, RecommendationsModel>(
    'Recommendation',
    recommendationsSchema,
  ),
});
