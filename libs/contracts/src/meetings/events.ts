import { z } from 'zod';
import {
  ATTENDANCE_QUALITIES,
  ATTENDANCE_STATUSES,
  COMMITTEE_LEVELS,
  MEETING_KINDS,
  PRESIDING_CAPACITIES,
} from '../code-lists';
import { day, id, sealedText } from '../primitives';
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

/** Every event type ever stored of a meeting. */
export const meetingEvents = [
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
] as const;
