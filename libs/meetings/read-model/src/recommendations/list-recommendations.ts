import type { Model } from 'mongoose';
import type { BadCursor, Page, PageRequest, Stored } from '@benkan/projections';
import { newestFirst } from '../newest-first';
import { viewSchema } from '../view-schema';
import { recommendationsProjection, type RecommendationView } from './recommendation-view';

export const recommendationsSchema = viewSchema(
  recommendationsProjection,
  { committeeId: String, meetingId: String, unitId: String, status: String, day: String },
  [
    newestFirst.sort,
    { committeeId: 1, ...newestFirst.sort },
    { meetingId: 1, ...newestFirst.sort },
    { unitId: 1, ...newestFirst.sort },
    { status: 1, ...newestFirst.sort },
  ],
);

export type ListRecommendations = PageRequest & {
  readonly committeeId?: string | undefined;
  readonly meetingId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly status?: RecommendationView['status'] | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
};

type Recommendations = Model<Stored<RecommendationView>>;

const matching = ({ committeeId, meetingId, unitId, status, unitIds }: ListRecommendations) => ({
  ...(committeeId !== undefined && { committeeId }),
  ...(meetingId !== undefined && { meetingId }),
  ...(unitId !== undefined && { unitId }),
  ...(status !== undefined && { status }),
  ...(unitIds !== undefined && { $and: [{ unitId: { $in: [...unitIds] } }] }),
});

/** Recommendations by day of issue, newest first. */
export const listRecommendations = (
  recommendations: Recommendations,
  request: ListRecommendations,
): Promise<Page<Stored<RecommendationView>> | BadCursor> =>
  newestFirst.page(request, (beyond, most) =>
    recommendations
      .find({ ...matching(request), ...beyond })
      .sort(newestFirst.sort)
      .limit(most)
      .lean<Stored<RecommendationView>[]>(),
  );

export const findRecommendation = async (
  recommendations: Recommendations,
  recommendationId: string,
): Promise<Stored<RecommendationView> | undefined> =>
  (await recommendations.findOne({ _id: recommendationId }).lean<Stored<RecommendationView>>()) ?? undefined;
