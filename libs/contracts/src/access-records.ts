import { z } from 'zod';
import { role } from './code-lists';
import { digest, id, instant, wireName } from './primitives';
import { defineEvent } from './stored-event';

/** Why somebody was sent away. `unverified`: a token that was refused, or no caller anybody could verify. */
export const DENIALS = ['forbidden', 'outside-your-territory', 'unknown-resource', 'unverified'] as const;

/** Denials of one caller, one wire name, one thing and one reason within a second, counted. Nothing of what was said. */
export const accessDenied = defineEvent(
  'access-denied',
  1,
  z.strictObject({
    /** Keyed pseudonym; null where nobody could tell who asked. */
    actor: digest().nullable(),
    role: role().nullable(),
    wireName: wireName(),
    resourceId: id().nullable(),
    outcome: z.enum(DENIALS),
    count: z.number().int().min(1),
    from: instant(),
    to: instant(),
  }),
);

/** Every event type of the access streams. */
export const accessEvents = [accessDenied] as const;
