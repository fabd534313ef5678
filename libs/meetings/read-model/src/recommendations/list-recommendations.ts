import type { Model } from 'mongoose';
import type { BadCursor, Page, PageRequest, Stored } from '@benkan/projections';
import { newestFirst } from '../newest-first';
import { viewSchema } from '../view-schema';
import { recommendationsProjection, type RecommendationView } from './recommendation-view';

export const recommendationsSchema = viewSchema(
  recommendationsProjection,
  {
    ...{ committeeId: String, meetingId: String, unitId: String, status: String, day: String },
    ...{ theme: String, open: Boolean, dueOn: String, settledOn: String },
    addressees: [{ type: { type: String } }],
  },
  [
    newestFirst.sort,
    { committeeId: 1, ...newestFirst.sort },
    { meetingId: 1, ...newestFirst.sort },
    { unitId: 1, ...newestFirst.sort },
    { status: 1, ...newestFirst.sort },
    { theme: 1, ...newestFirst.sort },
    { open: 1, dueOn: 1 },
  ],
);

export type ListRecommendations = PageRequest & {
  readonly committeeId?: string | undefined;
  readonly meetingId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly status?: RecommendationView['status'] | undefined;
  readonly theme?: RecommendationView['theme'] | undefined;
  readonly addresseeType?: RecommendationView['addressees'][number]['type'] | undefined;
  /** YYYY-MM-DD. */
  readonly overdueOn?: string | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
};

export type Recommendations = Model<Stored<RecommendationView>>;

/** Past its date at the end of a day, and nothing claimed or closed by then. */
const overdue = (day: string) => ({
  dueOn: { $lt: day },
  $or: [{ settledOn: null }, { settledOn: { $gt: day } }],
});

const named = ({ committeeId, meetingId, unitId, status, theme }: ListRecommendations) =>
  Object.entries({ committeeId, meetingId, unitId, status, theme }).filter(
    ([, wanted]) => wanted !== undefined,
  );

const matching = (request: ListRecommendations) => {
  const { addresseeType, overdueOn, unitIds } = request;
  const limits = [
    ...(unitIds === undefined ? [] : [{ unitId: { $in: [...unitIds] } }]),
    ...(overdueOn === undefined ? [] : [overdue(overdueOn)]),
    ...(addresseeType === undefined ? [] : [{ 'addressees.type': addresseeType }]),
  ];
  return { ...Object.fromEntries(named(request)), ...(limits.length > 0 && { $and: limits }) };
};

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
