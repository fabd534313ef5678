import { z } from 'zod';
import { defineQuery } from '../../contract';
import { pageOf, pageRequest } from '../../paging';
import { day, id } from '../../primitives';
import { attendanceMode, exportPurpose, riskLevel } from './shapes';

/** Read from the policy's own events, never from a view that may lag. */
export const getProtectionPolicy = defineQuery({
  name: 'registry.get-protection-policy',
  summary: 'How attendance of a committee is recorded on a day, and the risk it was decided on',
  request: z.strictObject({
    committeeId: id(),
    /** Today when absent. */
    on: day().optional(),
  }),
  response: z.strictObject({
    committeeId: id(),
    on: day(),
    /** NOMINATIVE until something else is set. */
    mode: attendanceMode(),
    assessed: z.boolean(),
    risk: z
      .strictObject({
        level: riskLevel(),
        assessedOn: day(),
        reviewOn: day(),
        /** Whether the day of its review has gone by. */
        reviewDue: z.boolean(),
        /** For the protection officer alone. */
        reasons: z.string().nullable(),
      })
      .nullable(),
    /** Each holds until the next; those of days to come included. */
    modes: z.array(
      z.strictObject({
        mode: attendanceMode(),
        since: day(),
        setOn: day(),
        reason: z.string().nullable(),
      }),
    ),
    /** Nominative exports asked for, oldest first. */
    exports: z.array(
      z.strictObject({
        id: id(),
        purpose: exportPurpose(),
        /** For the protection officer alone. */
        recipient: z.string().nullable(),
        expiresOn: day(),
        authorised: z.boolean(),
      }),
    ),
    revision: z.string(),
  }),
});

export const listReviewsDue = defineQuery({
  name: 'registry.list-reviews-due',
  summary: 'Committees whose risk is to be looked at again by a day, the oldest first',
  request: z.strictObject({
    ...pageRequest,
    /** Due on that day or before; today when absent. */
    by: day().optional(),
    territory: id().optional(),
  }),
  response: pageOf(
    z.strictObject({ committeeId: id(), level: riskLevel(), assessedOn: day(), reviewOn: day() }),
  ).extend({ by: day() }),
});

export const protectionQueries = [getProtectionPolicy, listReviewsDue] as const;
