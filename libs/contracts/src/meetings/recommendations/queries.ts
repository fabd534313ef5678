import { z } from 'zod';
import { ADDRESSEE_TYPES, corps, RECOMMENDATION_THEMES, SEAT_CATEGORIES } from '../../code-lists';
import { defineQuery } from '../../contract';
import { pageOf, pageRequest } from '../../paging';
import { day, id, instant } from '../../primitives';
import {
  ANSWER_KINDS,
  DELIVERY_CHANNELS,
  RECOMMENDATION_STATUSES,
  RECOMMENDATION_STEPS,
  REMINDER_KINDS,
  SENDING_CHANNELS,
} from './lists';
import { addresseeNumber, percent } from './shapes';

const recommendation = z.strictObject({
  id: id(),
  meetingId: id(),
  committeeId: id(),
  unitId: id(),
  theme: z.enum(RECOMMENDATION_THEMES),
  text: z.string(),
  number: z.string().nullable(),
  addressees: z.array(
    z.strictObject({ type: z.enum(ADDRESSEE_TYPES), name: z.string(), corps: corps().nullable() }),
  ),
  /** A role or an organisation. */
  responsible: z.string().nullable(),
  proposerCategory: z.enum(SEAT_CATEGORIES).nullable(),
  status: z.enum(RECOMMENDATION_STATUSES),
  /** Neither verified nor rejected nor abandoned. */
  open: z.boolean(),
  percent: percent().nullable(),
  issuedOn: day(),
  dueOn: day().nullable(),
  /** The first day of an answer, or of progress. */
  answeredOn: day().nullable(),
  verifiedOn: day().nullable(),
  /** The meeting it was last carried over to. */
  carriedOverTo: id().nullable(),
  /** The regional committee it was escalated to. */
  escalatedTo: id().nullable(),
  revision: z.string(),
});

const step = z.strictObject({
  eventId: id(),
  step: z.enum(RECOMMENDATION_STEPS),
  /** The day it happened. */
  on: day(),
  recordedAt: instant(),
  addressee: addresseeNumber().nullable(),
  channel: z.enum([...SENDING_CHANNELS, ...DELIVERY_CHANNELS]).nullable(),
  answer: z.enum(ANSWER_KINDS).nullable(),
  corps: corps().nullable(),
  percent: percent().nullable(),
  reminder: z.enum(REMINDER_KINDS).nullable(),
  dueOn: day().nullable(),
  meetingId: id().nullable(),
  committeeId: id().nullable(),
  /** The answer, the note, the reason or the reference of the evidence. */
  text: z.string().nullable(),
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
    theme: z.enum(RECOMMENDATION_THEMES).optional(),
    addresseeType: z.enum(ADDRESSEE_TYPES).optional(),
    /** Past its date on this day, and nothing claimed or closed by then. */
    overdueOn: day().optional(),
    territory: id().optional(),
  }),
  response: pageOf(recommendation),
});

export const getRecommendation = defineQuery({
  name: 'meetings.get-recommendation',
  summary: 'One recommendation with its history',
  request: z.strictObject({ recommendationId: id() }),
  response: recommendation.extend({ history: z.array(step) }),
});

export const getRecommendationHistory = defineQuery({
  name: 'meetings.get-recommendation-history',
  summary: 'Every step of a recommendation, with its day and its event',
  request: z.strictObject({ recommendationId: id() }),
  response: z.strictObject({ recommendationId: id(), items: z.array(step), revision: z.string() }),
});

/** Every question asked of recommendations. */
export const recommendationQueries = [
  listRecommendations,
  getRecommendation,
  getRecommendationHistory,
] as const;
