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

/** What names of people were opened for, many at a time. */
export const OPENING_PURPOSES = [
  'ATTENDANCE_SHEET',
  'OFFLINE_WORK',
  'CERTIFICATE',
  'TRAINING_REPORT',
] as const;

/** Names of so many people were opened to whoever acted: of a committee, or of a training. Nobody is named here. */
export const namesOpened = defineEvent(
  'names-opened',
  1,
  z.strictObject({
    role: role(),
    wireName: wireName(),
    resourceId: id(),
    count: z.number().int().min(1),
    purpose: z.enum(OPENING_PURPOSES),
  }),
);

/** Every event type of the access streams. */
export const accessEvents = [accessDenied, namesOpened] as const;
