import { z } from 'zod';
import { FREQUENCIES, MEETING_KINDS } from '../code-lists';
import { defineCommand, defineQuery } from '../contract';
import { day, id } from '../primitives';
import { CALENDAR_MONTH_STATES, NTHS, WEEKDAYS } from './lists';

/** A year of the calendar, e.g. 2025. */
const year = z.coerce.number().int().min(2000).max(2100);
/** A month, 1 for January. */
const month = z.number().int().min(1).max(12);

export const planCalendar = defineCommand({
  name: 'meetings.plan-calendar',
  summary: 'Convene the statutory meetings of a year, as often as the committee’s rule says',
  request: z.strictObject({
    committeeId: id(),
    year: z.number().int().min(2000).max(2100),
    on: z.union([
      z.strictObject({ kind: z.literal('WEEKDAY'), nth: z.enum(NTHS), weekday: z.enum(WEEKDAYS) }),
      /** The last day of a month that has none of that number. */
      z.strictObject({ kind: z.literal('DAY_OF_MONTH'), day: z.number().int().min(1).max(31) }),
    ]),
  }),
  refusals: [
    'committee-unknown',
    'committee-not-installed',
    'frequency-unknown',
    'installed-after-that-year',
  ],
  answer: z.strictObject({
    meetings: z.array(z.strictObject({ month, meetingId: id(), plannedOn: day(), convened: z.boolean() })),
  }),
  example: {
    ...{ committeeId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12', year: 2025 },
    on: { kind: 'WEEKDAY', nth: 'THIRD', weekday: 'THURSDAY' },
  },
});

export const calendarCommands = [planCalendar] as const;

export const getCalendar = defineQuery({
  name: 'meetings.get-calendar',
  summary: 'The statutory meetings of a committee in a year, month by month',
  request: z.strictObject({ committeeId: id(), year }),
  response: z.strictObject({
    committeeId: id(),
    year: z.number().int(),
    frequency: z.enum(FREQUENCIES),
    months: z.array(
      z.strictObject({
        month,
        state: z.enum(CALENDAR_MONTH_STATES),
        meetings: z.array(
          z.strictObject({
            id: id(),
            meetingKind: z.enum(MEETING_KINDS),
            status: z.enum(['CONVENED', 'POSTPONED', 'HELD', 'CANCELLED']),
            plannedOn: day(),
            heldOn: day().nullable(),
          }),
        ),
      }),
    ),
  }),
});

export const calendarQueries = [getCalendar] as const;
