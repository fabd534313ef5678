import { Schema, type Model } from 'mongoose';
import { pagedBy, type BadCursor, type Page, type PageRequest, type Stored } from '@benkan/projections';
import { viewSchema } from '../view-schema';
import { activitiesProjection, type ActivityView } from './activity-view';

const { Mixed } = Schema.Types;

const newestFirst = pagedBy('day', -1);

export const activitiesSchema = viewSchema(
  activitiesProjection,
  {
    ...{ unitId: String, committeeId: String, kind: String, status: String, days: [String], day: String },
    ...{ jointWith: [String], tally: Mixed, otherKind: Mixed, place: Mixed },
  },
  [newestFirst.sort, { unitId: 1, ...newestFirst.sort }, { committeeId: 1, ...newestFirst.sort }],
);

export type ListActivities = PageRequest & {
  readonly committeeId?: string | undefined;
  readonly kind?: ActivityView['kind'] | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
  /** Activities with a day between these two, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

type Activities = Model<Stored<ActivityView>>;

const between = ({ from, to }: ListActivities) => ({
  ...(from !== undefined && { $gte: from }),
  ...(to !== undefined && { $lte: to }),
});

const matching = (request: ListActivities) => ({
  status: 'RECORDED' as const,
  ...(request.committeeId !== undefined && { committeeId: request.committeeId }),
  ...(request.kind !== undefined && { kind: request.kind }),
  ...(request.unitIds !== undefined && { unitId: { $in: [...request.unitIds] } }),
  ...((request.from ?? request.to) !== undefined && { days: { $elemMatch: between(request) } }),
});

/** Activities by first day, newest first; those withdrawn are left out. */
export const listActivities = (
  activities: Activities,
  request: ListActivities,
): Promise<Page<Stored<ActivityView>> | BadCursor> =>
  newestFirst.page(request, (beyond, most) =>
    activities
      .find({ ...matching(request), ...beyond })
      .sort(newestFirst.sort)
      .limit(most)
      .lean<Stored<ActivityView>[]>(),
  );

export const findActivity = async (
  activities: Activities,
  activityId: string,
): Promise<Stored<ActivityView> | undefined> =>
  (await activities.findOne({ _id: activityId }).lean<Stored<ActivityView>>()) ?? undefined;
