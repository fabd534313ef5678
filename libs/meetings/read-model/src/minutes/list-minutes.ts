import type { Model } from 'mongoose';
import type { BadCursor, Page, PageRequest, Stored } from '@benkan/projections';
import { newestFirst } from '../newest-first';
import { viewSchema } from '../view-schema';
import { minutesProjection, type MinutesView } from './minutes-view';

export const minutesSchema = viewSchema(
  minutesProjection,
  { committeeId: String, unitId: String, status: String, day: String },
  [
    newestFirst.sort,
    { committeeId: 1, ...newestFirst.sort },
    { unitId: 1, ...newestFirst.sort },
    { status: 1, ...newestFirst.sort },
  ],
);

export type ListMinutes = PageRequest & {
  readonly committeeId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly status?: MinutesView['status'] | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
};

export type AllMinutes = Model<Stored<MinutesView>>;

const matching = ({ committeeId, unitId, status, unitIds }: ListMinutes) => ({
  ...Object.fromEntries(
    Object.entries({ committeeId, unitId, status }).filter(([, wanted]) => wanted !== undefined),
  ),
  ...(unitIds !== undefined && { $and: [{ unitId: { $in: [...unitIds] } }] }),
});

/** Minutes by the day of their meeting, newest first. */
export const listMinutes = (
  minutes: AllMinutes,
  request: ListMinutes,
): Promise<Page<Stored<MinutesView>> | BadCursor> =>
  newestFirst.page(request, (beyond, most) =>
    minutes
      .find({ ...matching(request), ...beyond })
      .sort(newestFirst.sort)
      .limit(most)
      .lean<Stored<MinutesView>[]>(),
  );

export const findMinutes = async (
  minutes: AllMinutes,
  meetingId: string,
): Promise<Stored<MinutesView> | undefined> =>
  (await minutes.findOne({ _id: meetingId }).lean<Stored<MinutesView>>()) ?? undefined;
