import type { Model } from 'mongoose';
import type { BadCursor, Page, PageRequest, Stored } from '@benkan/projections';
import { inOrder } from '../in-order';
import { viewSchema } from '../view-schema';
import { reviewsProjection, type ReviewView } from './review-view';

export const reviewsSchema = viewSchema(reviewsProjection, { order: String }, [inOrder.sort]);

export type ListReviewsDue = PageRequest & {
  /** Reviews due on that day or before. */
  readonly by: string;
  /** Everywhere when absent. */
  readonly committeeIds?: readonly string[] | undefined;
};

/** Reviews due by a day, the oldest first. */
export const listReviewsDue = (
  reviews: Model<Stored<ReviewView>>,
  { by, committeeIds, ...request }: ListReviewsDue,
): Promise<Page<Stored<ReviewView>> | BadCursor> =>
  inOrder.page(request, (beyond, most) =>
    reviews
      .find({
        $and: [
          { order: { $lte: by } },
          ...(committeeIds === undefined ? [] : [{ _id: { $in: [...committeeIds] } }]),
        ],
        ...beyond,
      })
      .sort(inOrder.sort)
      .limit(most)
      .lean<Stored<ReviewView>[]>(),
  );
