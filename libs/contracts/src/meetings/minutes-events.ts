import { z } from 'zod';
import { MEETING_KINDS, PRESIDING_CAPACITIES } from '../code-lists';
import { day, digest, id, sealedText, timeOfDay } from '../primitives';
import { defineEvent } from '../stored-event';
import {
  adoption,
  attendanceCounts,
  MINUTES_RECIPIENTS,
  quorumInMinutes,
  recommendationsInMinutes,
} from './minutes-shapes';

const meetingId = id();
const texts = {
  openedAt: timeOfDay().nullable(),
  closedAt: timeOfDay().nullable(),
  secretary: sealedText().nullable(),
  situation: z.array(sealedText()),
  exchanges: z.array(z.strictObject({ itemId: id().nullable(), title: sealedText(), text: sealedText() })),
  other: z.array(sealedText()),
  nextOn: day().nullable(),
  nextPlace: sealedText().nullable(),
};

/** What the meeting was when its minutes were adopted: kept with them, whatever is corrected later. */
const frozen = {
  meetingKind: z.enum(MEETING_KINDS),
  heldOn: day(),
  presidingCapacity: z.enum(PRESIDING_CAPACITIES),
  place: sealedText().nullable(),
  agenda: z.array(sealedText()),
  attendance: z.strictObject(attendanceCounts),
  quorum: quorumInMinutes,
  recommendations: z.strictObject(recommendationsInMinutes),
};

/** Every event type ever stored of minutes. */
export const minutesEvents = [
  defineEvent(
    'minutes-drafted',
    1,
    z.strictObject({ meetingId, committeeId: id(), unitId: id(), heldOn: day(), ...texts }),
  ),
  /** `fingerprint`: SHA-256, hex, over the RFC 8785 JSON of `minutes` (the draft) and `meeting` (what is frozen). */
  defineEvent(
    'minutes-adopted',
    1,
    z.strictObject({ meetingId, adoptedOn: day(), by: adoption, ...frozen, fingerprint: digest() }),
  ),
  defineEvent(
    'minutes-corrected',
    1,
    z.strictObject({ meetingId, on: day(), text: sealedText(), reason: sealedText() }),
  ),
  defineEvent(
    'minutes-transmitted',
    1,
    z.strictObject({
      meetingId,
      recipient: z.enum(MINUTES_RECIPIENTS),
      on: day(),
      reference: sealedText().nullable(),
    }),
  ),
] as const;
