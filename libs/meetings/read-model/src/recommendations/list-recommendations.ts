import type { Model } from 'mongoose';
import type { Stored } from '@benkan/projections';
import { NEWEST_FIRST, olderThan, pageOf, type BadCursor, type Page, type PageRequest } from '../page';
import { viewSchema } from '../view-schema';
import { recommendationsProjection, type RecommendationView } from './recommendation-view';

export const recommendationsSchema = viewSchema(
  recommendationsProjection,
  { committeeId: String, meetingId: String, unitId: String, status: String, day: String },
  [
    NEWEST_FIRST,
    { committeeId: 1, ...NEWEST_FIRST },
    { meetingId: 1, ...NEWEST_FIRST },
    { unitId: 1, ...NEWEST_FIRST },
    { status: 1, ...NEWEST_FIRST },
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
export const listRecommendations = async (
  recommendations: Recommendations,
  request: ListRecommendations,
): Promise<Page<Stored<RecommendationView>> | BadCursor> => {
  const next = olderThan(request.after);
  if (next === undefined) return { kind: 'bad-cursor' };
  const found = await recommendations
    .find({ ...matching(request), ...next })
    .sort(NEWEST_FIRST)
    .limit(request.limit + 1)
    .lean<Stored<RecommendationView>[]>();
  return pageOf(found, request.limit);
};

export const findRecommendation = async (
  recommendations: Recommendations,
  recommendationId: string,
): Promise<Stored<RecommendationView> | undefined> =>
  (await recommendations.findOne({ _id: recommendationId }).lean<Stored<RecommendationView>>()) ?? undefined;
