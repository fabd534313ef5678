import { z } from 'zod';
import { defineQuery } from '../contract';
import { pageOf } from '../paging';
import { day, id, instant, position } from '../primitives';

/** What an event is about, as the HTTP edge names it. */
export const RESOURCES = [
  'territories',
  'committees',
  'participants',
  'meetings',
  'recommendations',
  'trainings',
] as const;

/**
 * That something was recorded, never what: the kind of fact, what it is about and when. Whoever may know more reads
 * the resource. Positions and ids are those of the log.
 */
export const publicEvent = z.strictObject({
  id: id(),
  type: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  position: position(),
  recordedAt: instant(),
  occurredOn: day().nullable(),
  resource: z.strictObject({ kind: z.enum(RESOURCES), id: id() }),
});
export type PublicEvent = z.infer<typeof publicEvent>;

/** Pages follow the log: `after` and `next` are positions, so a page can be asked for again years later. */
export const listEvents = defineQuery({
  name: 'analytics.list-events',
  summary: 'What was recorded after a position, oldest first',
  request: z.strictObject({
    /** A position, or `end`: nothing of what is already recorded, only where the log ends. */
    after: z.union([position(), z.literal('end')]).default('0'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: pageOf(publicEvent),
});
