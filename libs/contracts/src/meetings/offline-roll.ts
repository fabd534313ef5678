import { z } from 'zod';
import { defineQuery } from '../contract';
import { asOf } from '../paging';
import { day, id } from '../primitives';
import { expectedMember } from './attendance-sheet';

/** People in one roll, at most: the committee first, then those who came to its meetings last. */
export const MAX_ROLL = 500;

/** Who may come to the meetings of a committee: those in office, then those who came within the year before. */
export const getOfflineRoll = defineQuery({
  name: 'meetings.get-offline-roll',
  summary: 'The people of a committee for a device without network, as its attendance sheet may show them',
  request: z.strictObject({ committeeId: id() }),
  response: z.strictObject({
    committeeId: id(),
    /** The day it is true of. */
    on: day(),
    /** TALLY: nobody is listed. PSEUDONYMOUS: codes, no names. */
    mode: z.enum(['NOMINATIVE', 'PSEUDONYMOUS', 'TALLY']),
    /** Whether names were opened: in nominative mode, for the roles that hold the meeting; each time is recorded. */
    named: z.boolean(),
    people: z.array(
      expectedMember.extend({
        /** As the committee sits; null for who came without a seat. */
        quality: z.enum(['MEMBER', 'ALTERNATE']).nullable(),
      }),
    ),
    /** Whether more came than one roll holds. */
    cutShort: z.boolean(),
    asOf: asOf(),
  }),
});

export const offlineRollQueries = [getOfflineRoll] as const;
