import { z } from 'zod';
import { AGE_BANDS, CORPS, corps, PRESIDING_CAPACITIES } from '../code-lists';
import { day, id } from '../primitives';
import { QUORUM_ANSWERS } from './lists';
import { RECOMMENDATION_STATUSES } from './recommendations/lists';

export const MINUTES_STATUSES = ['DRAFT', 'ADOPTED'] as const;
/** Where adopted minutes go: the regional committee, the national secretariat, who represents the State, the ministry. */
export const MINUTES_RECIPIENTS = ['REGIONAL_COMMITTEE', 'CRSS', 'STATE_REPRESENTATIVE', 'MINISTRY'] as const;

const count = () => z.number().int().min(0).max(100_000);

/** Who attended, as counts: women, young people (15 to 35) and security forces overlap. Known people by age band, and by the corps they serve in. */
export const attendanceCounts = {
  present: count(),
  women: count(),
  youth: count(),
  isf: count(),
  excused: count(),
  absent: count(),
  represented: count(),
  bands: z
    .array(z.strictObject({ band: z.enum(AGE_BANDS), women: count(), men: count(), notReported: count() }))
    .max(AGE_BANDS.length),
  corps: z.array(z.strictObject({ corps: corps(), count: count() })).max(CORPS.length),
};

/** What the minutes say of recommendations: those issued at the meeting, and how the earlier ones stood. */
export const recommendationsInMinutes = {
  issued: z.array(id()).max(500),
  followedUp: z
    .array(z.strictObject({ recommendationId: id(), status: z.enum(RECOMMENDATION_STATUSES) }))
    .max(100),
};

export const quorumInMinutes = z.strictObject({
  answer: z.enum(QUORUM_ANSWERS),
  attended: z.number().int().nullable(),
  required: z.number().int().nullable(),
});

/** How minutes are adopted: at a later meeting of the committee, or signed by who presides. */
export const adoption = z.union([
  z.strictObject({ kind: z.literal('MEETING'), meetingId: id() }),
  z.strictObject({
    kind: z.literal('SIGNATURE'),
    signedOn: day(),
    capacity: z.enum(PRESIDING_CAPACITIES),
  }),
]);
