import type { Stored } from '@benkan/projections';
import type { Recommendations } from './list-recommendations';
import type { RecommendationView } from './recommendation-view';

/** A committee with more open ones than this has another problem than its agenda. */
const MOST_OPEN = 500;

/** What a committee still follows, oldest first: its next statutory meeting speaks of it. At most 500. */
export const openRecommendationsOf = (
  recommendations: Recommendations,
  committeeId: string,
): Promise<readonly Stored<RecommendationView>[]> =>
  recommendations
    .find({ committeeId, open: true })
    .sort({ day: 1, _id: 1 })
    .limit(MOST_OPEN)
    .lean<Stored<RecommendationView>[]>();

/** What is due by a day with nothing claimed or closed, soonest first; `after` is the last key of the batch before. */
export const awaitedRecommendations = (
  recommendations: Recommendations,
  { by, after, most }: { readonly by: string; readonly after?: string | undefined; readonly most: number },
): Promise<readonly Stored<RecommendationView>[]> =>
  recommendations
    .find({
      ...{ open: true, settledOn: null, dueOn: { $lte: by } },
      ...(after !== undefined && { _id: { $gt: after } }),
    })
    .sort({ _id: 1 })
    .limit(most)
    .lean<Stored<RecommendationView>[]>();
