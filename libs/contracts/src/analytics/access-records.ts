import { z } from 'zod';
import { DENIALS } from '../access-records';
import { role } from '../code-lists';
import { defineQuery } from '../contract';
import { pageOf, pageRequest } from '../paging';
import { day, digest, id, instant, wireName } from '../primitives';

/** Everything an access record may say of what came of it: the denials, and a person revealed. */
export const ACCESS_OUTCOMES = [...DENIALS, 'revealed'] as const;

/** One line for whoever watches over access: no personal data, the caller by pseudonym. */
export const accessRecord = z.strictObject({
  id: z.string(),
  at: instant(),
  outcome: z.enum(ACCESS_OUTCOMES),
  actor: digest().nullable(),
  role: role().nullable(),
  wireName: wireName(),
  resourceId: id().nullable(),
  /** How often within the second that began at `at`. */
  count: z.number().int(),
});

export const listAccessRecords = defineQuery({
  name: 'analytics.list-access-records',
  summary: 'Who was sent away, and whose personal data were revealed, newest first',
  request: z.strictObject({
    ...pageRequest,
    from: day().optional(),
    to: day().optional(),
    actor: digest().optional(),
    wireName: wireName().optional(),
    outcome: z.enum(ACCESS_OUTCOMES).optional(),
  }),
  response: pageOf(accessRecord),
});
