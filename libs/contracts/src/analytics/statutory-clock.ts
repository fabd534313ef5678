import { z } from 'zod';
import { COMMITTEE_LEVELS, SEAT_CATEGORIES } from '../code-lists';
import { defineQuery } from '../contract';
import { asOf, pageOf, pageRequest } from '../paging';
import { day, id } from '../primitives';

export const FINDING_CODES = [
  'NO_STATUTORY_MEETING',
  'PRESIDENCY_VACANT',
  'SEAT_VACANT',
  'MINUTES_LATE',
  'RECOMMENDATION_UNANSWERED',
] as const;
/** What cannot be judged because nothing was recorded of it. */
export const NOT_JUDGED = ['INSTALLATION', 'FREQUENCY', 'PRESIDENCY', 'SEATS'] as const;

const count = () => z.number().int().min(0).max(1_000_000);
/** Whole months, and days in all. */
const duration = () => z.strictObject({ months: count(), days: count() });
/** Ids of the stored events a finding follows from. */
const events = () => z.array(id()).min(1);

const finding = z.union([
  z.strictObject({ code: z.literal('NO_STATUTORY_MEETING'), from: day(), to: day(), events: events() }),
  z.strictObject({
    code: z.literal('PRESIDENCY_VACANT'),
    since: day(),
    duration: duration(),
    events: events(),
  }),
  z.strictObject({
    code: z.literal('SEAT_VACANT'),
    seatId: id(),
    category: z.enum(SEAT_CATEGORIES),
    since: day(),
    duration: duration(),
    /** Whether anybody was ever recorded on it. */
    everHeld: z.boolean(),
    events: events(),
  }),
  /** `dueOn`: the next statutory meeting, or the end of the next period by the rule, whichever came first. */
  z.strictObject({
    code: z.literal('MINUTES_LATE'),
    meetingId: id(),
    heldOn: day(),
    dueOn: day(),
    overdue: duration(),
    /** Whether a draft was recorded. */
    drafted: z.boolean(),
    events: events(),
  }),
  z.strictObject({
    code: z.literal('RECOMMENDATION_UNANSWERED'),
    recommendationId: id(),
    dueOn: day(),
    overdue: duration(),
    events: events(),
  }),
]);

export type StatutoryFinding = z.infer<typeof finding>;

const committee = {
  committeeId: id(),
  unitId: id(),
  level: z.enum(COMMITTEE_LEVELS),
  installedOn: day().nullable(),
  suspended: z.boolean(),
  notJudged: z.array(z.enum(NOT_JUDGED)),
};

/** The day it is asked for; today in Africa/Bamako when absent. */
const on = () => day().optional();

export const getStatutoryClock = defineQuery({
  name: 'analytics.get-statutory-clock',
  summary: 'What a committee falls short of on a day, by its own rules, with the events behind each finding',
  request: z.strictObject({ committeeId: id(), on: on() }),
  response: z.strictObject({ ...committee, on: day(), findings: z.array(finding), asOf: asOf() }),
});

export const listStatutoryClocks = defineQuery({
  name: 'analytics.list-statutory-clocks',
  summary: 'How many findings of each kind every committee has on a day',
  request: z.strictObject({ ...pageRequest, territory: id().optional(), on: on() }),
  response: pageOf(
    z.strictObject({
      ...committee,
      on: day(),
      presidencyVacantSince: day().nullable(),
      counts: z.strictObject({
        NO_STATUTORY_MEETING: count(),
        PRESIDENCY_VACANT: count(),
        SEAT_VACANT: count(),
        MINUTES_LATE: count(),
        RECOMMENDATION_UNANSWERED: count(),
      }),
    }),
  ),
});
