import { Schema, type Model } from 'mongoose';
import type { BadCursor, Page, PageRequest, Stored } from '@benkan/projections';
import { newestFirst } from '../newest-first';
import { viewSchema } from '../view-schema';
import { meetingsProjection, type MeetingSummary, type MeetingView } from './meeting-view';

const { Mixed } = Schema.Types;

export const meetingsSchema = viewSchema(
  meetingsProjection,
  { committeeId: String, unitId: String, day: String, agenda: Mixed, place: Mixed, sheet: Mixed },
  [newestFirst.sort, { committeeId: 1, ...newestFirst.sort }, { unitId: 1, ...newestFirst.sort }],
);

export type ListMeetings = PageRequest & {
  readonly committeeId?: string | undefined;
  readonly unitId?: string | undefined;
  /** The subtree to stay in; everywhere when absent. */
  readonly unitIds?: readonly string[] | undefined;
  /** First and last day, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

type Meetings = Model<Stored<MeetingView>>;

const between = ({ from, to }: ListMeetings) => ({
  ...(from !== undefined && { $gte: from }),
  ...(to !== undefined && { $lte: to }),
});

const matching = (request: ListMeetings) => ({
  ...(request.committeeId !== undefined && { committeeId: request.committeeId }),
  ...(request.unitId !== undefined && { unitId: request.unitId }),
  ...(request.unitIds !== undefined && { $and: [{ unitId: { $in: [...request.unitIds] } }] }),
  ...((request.from ?? request.to) !== undefined && { day: between(request) }),
});

/** Meetings, newest first, without agenda and sheet. */
export const listMeetings = (
  meetings: Meetings,
  request: ListMeetings,
): Promise<Page<Stored<MeetingSummary>> | BadCursor> =>
  newestFirst.page(request, (beyond, most) =>
    meetings
      .find({ ...matching(request), ...beyond })
      .select({ agenda: 0, place: 0, sheet: 0 })
      .sort(newestFirst.sort)
      .limit(most)
      .lean<Stored<MeetingSummary>[]>(),
  );

/** One meeting with agenda, place and sheet. */
export const findMeeting = async (
  meetings: Meetings,
  meetingId: string,
): Promise<Stored<MeetingView> | undefined> =>
  (await meetings.findOne({ _id: meetingId }).lean<Stored<MeetingView>>()) ?? undefined;
