import { z } from 'zod';
import { MEETING_KINDS, PRESIDING_CAPACITIES, SEAT_CATEGORIES } from '../code-lists';
import { defineQuery } from '../contract';
import { pageOf, pageRequest } from '../paging';
import { day, id } from '../primitives';
import { shownItem } from './agenda';
import { attendanceLine, tallyCounts } from './events';
import { CANCELLATION_REASONS, QUORUM_ANSWERS } from './lists';
import { voiceGroup } from './sheet-events';

export const MEETING_STATUSES = ['CONVENED', 'POSTPONED', 'HELD', 'CANCELLED'] as const;

const meeting = z.strictObject({
  id: id(),
  committeeId: id(),
  unitId: id(),
  meetingKind: z.enum(MEETING_KINDS),
  status: z.enum(MEETING_STATUSES),
  /** Where it was postponed: the day it was put off to last. */
  plannedOn: day(),
  heldOn: day().nullable(),
  /** The day somebody recorded that it was held; paper is transcribed late. */
  recordedOn: day().nullable(),
  presidingCapacity: z.enum(PRESIDING_CAPACITIES).nullable(),
  presentCount: z.number().int().nullable(),
  sheetClosed: z.boolean(),
  quorum: z.enum(QUORUM_ANSWERS),
  revision: z.string(),
});

export const listMeetings = defineQuery({
  name: 'meetings.list-meetings',
  summary: 'Meetings, newest first',
  request: z.strictObject({
    ...pageRequest,
    committeeId: id().optional(),
    unitId: id().optional(),
    meetingKind: z.enum(MEETING_KINDS).optional(),
    status: z.enum(MEETING_STATUSES).optional(),
    from: day().optional(),
    to: day().optional(),
    territory: id().optional(),
  }),
  response: pageOf(meeting),
});

export const getMeeting = defineQuery({
  name: 'meetings.get-meeting',
  summary: 'One meeting with its agenda, quorum and voice',
  request: z.strictObject({ meetingId: id() }),
  response: meeting.extend({
    /** Titles, in their order. */
    agenda: z.array(z.string()),
    /** The agenda as items; empty where only titles were given. */
    items: z.array(shownItem),
    /** Before it was held, for the committee's own roles only. */
    place: z.string().nullable(),
    postponements: z.array(z.strictObject({ plannedOn: day(), reason: z.string() })),
    cancellation: z
      .strictObject({ cause: z.enum(CANCELLATION_REASONS), reason: z.string().nullable() })
      .nullable(),
    /** Seats, or members, that were there and that had to be there. */
    attended: z.number().int().nullable(),
    required: z.number().int().nullable(),
    readyForMinutes: z.boolean(),
    voice: z.array(z.strictObject(voiceGroup)).nullable(),
  }),
});

/** The sheet of a meeting: lines (by participant, without names), or the tally. */
export const getAttendance = defineQuery({
  name: 'meetings.get-attendance',
  summary: 'The attendance sheet of a meeting, and who was expected',
  request: z.strictObject({ meetingId: id() }),
  response: z.strictObject({
    meetingId: id(),
    mode: z.enum(['NONE', 'NOMINATIVE', 'TALLY']),
    closed: z.boolean(),
    lines: z.array(z.strictObject({ ...attendanceLine, representedBy: id().nullable() })),
    tally: z.strictObject({ ...tallyCounts, youngWomen: z.number().int().nullable() }).nullable(),
    /** Seats of the day it was held, with who sat on them. */
    expected: z.array(
      z.strictObject({
        seatId: id(),
        category: z.enum(SEAT_CATEGORIES),
        holderId: id().nullable(),
        alternateId: id().nullable(),
      }),
    ),
    revision: z.string(),
  }),
});

/** Every question asked of meetings. */
export const meetingQueries = [listMeetings, getMeeting, getAttendance] as const;
