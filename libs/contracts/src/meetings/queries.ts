import { z } from 'zod';
import { ADDRESSEE_TYPES, MEETING_KINDS, PRESIDING_CAPACITIES, RECOMMENDATION_THEMES } from '../code-lists';
import { defineQuery } from '../contract';
import { pageOf, pageRequest } from '../paging';
import { day, id } from '../primitives';
import { attendanceLine, tallyCounts } from './events';

export const MEETING_STATUSES = ['CONVENED', 'HELD'] as const;
export const RECOMMENDATION_STATUSES = [
  'ISSUED',
  'IN_PROGRESS',
  'IMPLEMENTATION_CLAIMED',
  'IMPLEMENTATION_VERIFIED',
] as const;

const meeting = z.strictObject({
  id: id(),
  committeeId: id(),
  unitId: id(),
  meetingKind: z.enum(MEETING_KINDS),
  status: z.enum(MEETING_STATUSES),
  plannedOn: day(),
  heldOn: day().nullable(),
  presidingCapacity: z.enum(PRESIDING_CAPACITIES).nullable(),
  presentCount: z.number().int().nullable(),
  revision: z.string(),
});

const recommendation = z.strictObject({
  id: id(),
  meetingId: id(),
  committeeId: id(),
  unitId: id(),
  theme: z.enum(RECOMMENDATION_THEMES),
  text: z.string(),
  number: z.string().nullable(),
  addressees: z.array(z.strictObject({ type: z.enum(ADDRESSEE_TYPES), name: z.string() })),
  status: z.enum(RECOMMENDATION_STATUSES),
  issuedOn: day(),
  dueOn: day().nullable(),
  verifiedOn: day().nullable(),
  revision: z.string(),
});

export const listMeetings = defineQuery({
  name: 'meetings.list-meetings',
  summary: 'Meetings, newest first',
  request: z.strictObject({
    ...pageRequest,
    committeeId: id().optional(),
    unitId: id().optional(),
    from: day().optional(),
    to: day().optional(),
    territory: id().optional(),
  }),
  response: pageOf(meeting),
});

export const getMeeting = defineQuery({
  name: 'meetings.get-meeting',
  summary: 'One meeting with its agenda',
  request: z.strictObject({ meetingId: id() }),
  response: meeting.extend({ agenda: z.array(z.string()), place: z.string().nullable() }),
});

/** The sheet of a meeting: lines (by participant, without names), or the tally. */
export const getAttendance = defineQuery({
  name: 'meetings.get-attendance',
  summary: 'The attendance sheet of a meeting',
  request: z.strictObject({ meetingId: id() }),
  response: z.strictObject({
    meetingId: id(),
    mode: z.enum(['NONE', 'NOMINATIVE', 'TALLY']),
    lines: z.array(z.strictObject(attendanceLine)),
    tally: z.strictObject(tallyCounts).nullable(),
    revision: z.string(),
  }),
});

export const listRecommendations = defineQuery({
  name: 'meetings.list-recommendations',
  summary: 'Recommendations, newest first',
  request: z.strictObject({
    ...pageRequest,
    committeeId: id().optional(),
    meetingId: id().optional(),
    unitId: id().optional(),
    status: z.enum(RECOMMENDATION_STATUSES).optional(),
    territory: id().optional(),
  }),
  response: pageOf(recommendation),
});

export const getRecommendation = defineQuery({
  name: 'meetings.get-recommendation',
  summary: 'One recommendation',
  request: z.strictObject({ recommendationId: id() }),
  response: recommendation,
});

export const queries = [
  listMeetings,
  getMeeting,
  getAttendance,
  listRecommendations,
  getRecommendation,
] as const;
