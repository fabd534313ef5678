import { z } from 'zod';
import { SEAT_CATEGORIES } from '../code-lists';
import { day, id, sealedText } from '../primitives';
import { quorum } from '../registry/committees/shapes';
import { defineEvent } from '../stored-event';
import { CANCELLATION_REASONS } from './lists';

/** Who was expected on a day, and the quorum in force then. */
export const composition = {
  on: day(),
  seats: z.array(
    z.strictObject({
      seatId: id(),
      category: z.enum(SEAT_CATEGORIES),
      holderId: id().nullable(),
      alternateId: id().nullable(),
    }),
  ),
  quorum: quorum().nullable(),
};

/** Every event type ever stored of what becomes of a convened meeting. */
export const lifeEvents = [
  defineEvent('meeting-place-planned', 1, z.strictObject({ meetingId: id(), place: sealedText() })),
  defineEvent(
    'meeting-postponed',
    1,
    z.strictObject({ meetingId: id(), plannedOn: day(), reason: sealedText() }),
  ),
  defineEvent(
    'meeting-cancelled',
    1,
    z.strictObject({
      meetingId: id(),
      cause: z.enum(CANCELLATION_REASONS),
      reason: sealedText().nullable(),
    }),
  ),
  defineEvent('meeting-composition-noted', 1, z.strictObject({ meetingId: id(), ...composition })),
] as const;
