import { z } from 'zod';
import { ADDRESSEE_TYPES, COMMITTEE_LEVELS, MEETING_KINDS, PRESIDING_CAPACITIES } from '../code-lists';
import { defineQuery } from '../contract';
import { pageOf, pageRequest } from '../paging';
import { day, digest, id, timeOfDay } from '../primitives';
import {
  adoption,
  attendanceCounts,
  MINUTES_RECIPIENTS,
  MINUTES_STATUSES,
  quorumInMinutes,
} from './minutes-shapes';
import { RECOMMENDATION_STATUSES } from './recommendations/lists';

const row = {
  meetingId: id(),
  committeeId: id(),
  unitId: id(),
  heldOn: day(),
  status: z.enum(MINUTES_STATUSES),
  adoptedOn: day().nullable(),
  /** SHA-256 of what was adopted, hex; null for a draft. */
  fingerprint: digest().nullable(),
  transmissions: z.array(
    z.strictObject({ recipient: z.enum(MINUTES_RECIPIENTS), on: day(), reference: z.string().nullable() }),
  ),
  revision: z.string(),
};

export const listMinutes = defineQuery({
  name: 'meetings.list-minutes',
  summary: 'Minutes, newest meeting first',
  request: z.strictObject({
    ...pageRequest,
    committeeId: id().optional(),
    unitId: id().optional(),
    status: z.enum(MINUTES_STATUSES).optional(),
    territory: id().optional(),
  }),
  response: pageOf(z.strictObject(row)),
});

const issued = z.strictObject({
  recommendationId: id(),
  number: z.string().nullable(),
  text: z.string(),
  addresseeType: z.enum(ADDRESSEE_TYPES),
  addressee: z.string().nullable(),
  responsible: z.string().nullable(),
  dueOn: day().nullable(),
});

/** What minutes say: texts as drafted, the rest as recorded; of adopted ones as it was that day. */
export const getMinutes = defineQuery({
  name: 'meetings.get-minutes',
  summary: 'The minutes of a meeting, drafted or adopted',
  request: z.strictObject({ meetingId: id() }),
  response: z.strictObject({
    ...row,
    committee: z.string(),
    level: z.enum(COMMITTEE_LEVELS),
    commune: z.string(),
    meetingKind: z.enum(MEETING_KINDS),
    place: z.string().nullable(),
    presidingCapacity: z.enum(PRESIDING_CAPACITIES),
    openedAt: timeOfDay().nullable(),
    closedAt: timeOfDay().nullable(),
    secretary: z.string().nullable(),
    attendance: z.strictObject(attendanceCounts),
    quorum: quorumInMinutes,
    agenda: z.array(z.string()),
    situation: z.array(z.string()),
    exchanges: z.array(z.strictObject({ itemId: id().nullable(), title: z.string(), text: z.string() })),
    followedUp: z.array(
      z.strictObject({
        recommendationId: id(),
        number: z.string().nullable(),
        text: z.string(),
        addressee: z.string().nullable(),
        status: z.enum(RECOMMENDATION_STATUSES),
      }),
    ),
    recommendations: z.array(issued),
    other: z.array(z.string()),
    nextOn: day().nullable(),
    nextPlace: z.string().nullable(),
    adoptedBy: adoption.nullable(),
    errata: z.array(z.strictObject({ on: day(), text: z.string(), reason: z.string() })),
    /** Whether what is stored still has the fingerprint it was adopted with; null for a draft. */
    fingerprintHolds: z.boolean().nullable(),
  }),
});

export const minutesQueries = [listMinutes, getMinutes] as const;
