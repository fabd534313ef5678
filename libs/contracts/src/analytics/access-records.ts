import { z } from 'zod';
import { DENIALS, OPENING_PURPOSES } from '../access-records';
import { REVEAL_PURPOSES, role } from '../code-lists';
import { defineQuery } from '../contract';
import { pageOf, pageRequest } from '../paging';
import { day, digest, id, instant, wireName } from '../primitives';

/** What came of it: the denials, a person revealed, or the names of many opened at once. */
export const ACCESS_OUTCOMES = [...DENIALS, 'revealed', 'names-opened'] as const;

/** One line for whoever watches over access: no personal data, the caller by pseudonym. */
export const accessRecord = z.strictObject({
  id: z.string(),
  at: instant(),
  outcome: z.enum(ACCESS_OUTCOMES),
  actor: digest().nullable(),
  role: role().nullable(),
  wireName: wireName(),
  resourceId: id().nullable(),
  /** How often within the second that began at `at`; of names opened, how many people's. */
  count: z.number().int(),
  /** What somebody was revealed, or names were opened, for. */
  purpose: z.enum([...REVEAL_PURPOSES, ...OPENING_PURPOSES]).nullable(),
});

export const listAccessRecords = defineQuery({
  name: 'analytics.list-access-records',
  summary: 'Who was sent away, to whom personal data were revealed or names opened, newest first',
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
