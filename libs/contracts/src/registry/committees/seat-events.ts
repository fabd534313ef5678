import { z } from 'zod';
import { day, id, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';
import { endReason, quality, seatBasis, seatCategory } from './shapes';

const seat = {
  committeeId: id(),
  seatId: id(),
  category: seatCategory(),
  label: sealedText(),
  basis: seatBasis(),
  alternatesAllowed: z.boolean(),
};

/** Every event type about the seats of a committee and who sits on them. */
export const seatEvents = [
  defineEvent('seat-defined', 1, z.strictObject({ ...seat, definedOn: day().nullable() })),
  defineEvent('seat-revised', 1, z.strictObject({ ...seat, reason: sealedText() })),
  defineEvent(
    'seat-ended',
    1,
    z.strictObject({ committeeId: id(), seatId: id(), endedOn: day(), note: sealedText().nullable() }),
  ),
  defineEvent(
    'member-designated',
    1,
    z.strictObject({
      committeeId: id(),
      membershipId: id(),
      seatId: id(),
      participantId: id(),
      quality: quality(),
      from: day(),
      termEndsOn: day().nullable(),
      legalAct: sealedText(),
    }),
  ),
  defineEvent(
    'membership-ended',
    1,
    z.strictObject({
      committeeId: id(),
      membershipId: id(),
      endedOn: day(),
      reason: endReason(),
      note: sealedText().nullable(),
    }),
  ),
] as const;
