import { z } from 'zod';
import {
  ADDRESSEE_TYPES,
  ATTENDANCE_QUALITIES,
  ATTENDANCE_STATUSES,
  COMMITTEE_LEVELS,
  MEETING_KINDS,
  PRESIDING_CAPACITIES,
  RECOMMENDATION_THEMES,
  role,
} from '../code-lists';
import { day, digest, id, sealedText } from '../primitives';
import { defineEvent } from '../stored-event';

const count = () => z.number().int().min(0).max(100_000);

export const attendanceLine = {
  participantId: id(),
  quality: z.enum(ATTENDANCE_QUALITIES),
  status: z.enum(ATTENDANCE_STATUSES),
};

export const tallyCounts = {
  women: count(),
  men: count(),
  notReported: count(),
  youth: count(),
  isf: count(),
  members: count(),
};

/** Who stands behind a step of a recommendation: the caller, or the role a paper sheet names. */
export const party = () => z.strictObject({ actor: digest(), onBehalfOf: role().nullable() });

/** Every event type the meetings service has ever stored. */
export const storedEvents = [
  defineEvent(
    'meeting-convened',
    1,
    z.strictObject({
      meetingId: id(),
      committeeId: id(),
      unitId: id(),
      level: z.enum(COMMITTEE_LEVELS),
      installedOn: day().nullable(),
      meetingKind: z.enum(MEETING_KINDS),
      plannedOn: day(),
      agenda: z.array(sealedText()),
    }),
  ),
  defineEvent(
    'meeting-held',
    1,
    z.strictObject({
      meetingId: id(),
      heldOn: day(),
      presidingCapacity: z.enum(PRESIDING_CAPACITIES),
      place: sealedText().nullable(),
    }),
  ),
  defineEvent('attendance-recorded', 1, z.strictObject({ meetingId: id(), ...attendanceLine })),
  defineEvent(
    'attendance-corrected',
    1,
    z.strictObject({ meetingId: id(), ...attendanceLine, reason: sealedText() }),
  ),
  defineEvent('attendance-tallied', 1, z.strictObject({ meetingId: id(), ...tallyCounts })),
  defineEvent(
    'recommendation-issued',
    1,
    z.strictObject({
      recommendationId: id(),
      meetingId: id(),
      committeeId: id(),
      unitId: id(),
      theme: z.enum(RECOMMENDATION_THEMES),
      text: sealedText(),
      number: sealedText().nullable(),
      addressees: z.array(z.strictObject({ type: z.enum(ADDRESSEE_TYPES), name: sealedText() })),
      otherAddresseeReason: sealedText().nullable(),
      issuedOn: day(),
      dueOn: day().nullable(),
    }),
  ),
  defineEvent(
    'recommendation-progress-reported',
    1,
    z.strictObject({ recommendationId: id(), on: day(), note: sealedText().nullable() }),
  ),
  defineEvent(
    'implementation-claimed',
    1,
    z.strictObject({ recommendationId: id(), on: day(), evidence: sealedText(), by: party() }),
  ),
  defineEvent(
    'implementation-verified',
    1,
    z.strictObject({ recommendationId: id(), on: day(), evidence: sealedText(), by: party() }),
  ),
] as const;
