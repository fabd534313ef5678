import { Schema, type Model } from 'mongoose';
import type { BadCursor, Page, PageRequest, Stored } from '@benkan/projections';
import { newestFirst } from '../newest-first';
import { viewSchema } from '../view-schema';
import { DETAILS } from './meeting-shape';
import { meetingsProjection, type MeetingSummary, type MeetingView } from './meeting-view';

const { Mixed } = Schema.Types;

export const meetingsSchema = viewSchema(
  meetingsProjection,
  {
    ...{ committeeId: String, unitId: String, day: String, status: String, meetingKind: String },
    ...Object.fromEntries([...DETAILS, 'quorum'].map((field) => [field, Mixed])),
  },
  [newestFirst.sort, { committeeId: 1, ...newestFirst.sort }, { unitId: 1, ...newestFirst.sort }],
);

export type ListMeetings = PageRequest & {
  readonly committeeId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly meetingKind?: MeetingSummary['meetingKind'] | undefined;
  readonly status?: MeetingSummary['status'] | undefined;
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
  ...(request.meetingKind !== undefined && { meetingKind: request.meetingKind }),
  ...(request.status !== undefined && { status: request.status }),
  ...(request.unitIds !== undefined && { $and: [{ unitId: { $in: [...request.unitIds] } }] }),
  ...((request.from ?? request.to) !== undefined && { day: between(request) }),
});

const WITHOUT_DETAILS = Object.fromEntries(DETAILS.map((field) => [field, 0]));

/** Meetings, newest first, without agenda and sheet. */
export const listMeetings = (
  meetings: Meetings,
  request: ListMeetings,
): Promise<Page<Stored<MeetingSummary>> | BadCursor> =>
  newestFirst.page(request, (beyond, most) =>
    meetings
      .find({ ...matching(request), ...beyond })
      .select(WITHOUT_DETAILS)
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
