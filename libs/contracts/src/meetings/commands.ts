import { z } from 'zod';
import { MEETING_KINDS, PRESIDING_CAPACITIES } from '../code-lists';
import { defineCommand } from '../contract';
import { day, freeText, id } from '../primitives';
import { attendanceLine, tallyCounts } from './events';

const anId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';

export const convene = defineCommand({
  name: 'meetings.convene',
  summary: 'Convene a meeting of a committee',
  request: z.strictObject({
    id: id().optional(),
    committeeId: id(),
    meetingKind: z.enum(MEETING_KINDS),
    plannedOn: day(),
    agenda: z.array(freeText(500)).max(50).default([]),
    /** Where it is to be held; until it was, for the committee's own roles only. */
    place: freeText(300).optional(),
  }),
  refusals: ['committee-unknown', 'differs-from-recorded'],
  example: {
    committeeId: anId,
    meetingKind: 'STATUTORY',
    plannedOn: '2024-11-21',
    agenda: ['Suivi des recommandations'],
  },
});

export const hold = defineCommand({
  name: 'meetings.hold',
  summary: 'Record that a convened meeting was held, and who presided',
  request: z.strictObject({
    meetingId: id(),
    heldOn: day(),
    presidingCapacity: z.enum(PRESIDING_CAPACITIES),
    place: freeText(300).optional(),
  }),
  refusals: [
    'meeting-unknown',
    'meeting-cancelled',
    'committee-not-installed',
    'held-before-installation',
    'held-in-the-future',
    'capacity-not-of-this-level',
    'differs-from-recorded',
  ],
  example: { meetingId: anId, heldOn: '2024-11-21', presidingCapacity: 'MAIRE' },
});

export const recordAttendance = defineCommand({
  name: 'meetings.record-attendance',
  summary: 'Record one line of the attendance sheet of a meeting',
  request: z.strictObject({ meetingId: id(), ...attendanceLine, representedBy: id().optional() }),
  refusals: [
    'meeting-unknown',
    'meeting-not-held',
    'meeting-cancelled',
    'participant-unknown',
    'attendance-is-a-tally',
    'attendance-mode-is-tally',
    'attendance-sheet-closed',
    'represented-without-a-seat',
    'not-represented',
    'differs-from-recorded',
  ],
  example: { meetingId: anId, participantId: anId, quality: 'MEMBER', status: 'PRESENT' },
});

export const correctAttendance = defineCommand({
  name: 'meetings.correct-attendance',
  summary: 'Correct a recorded line of an attendance sheet, with the reason',
  request: z.strictObject({
    meetingId: id(),
    ...attendanceLine,
    representedBy: id().optional(),
    reason: freeText(500),
  }),
  refusals: [
    'meeting-unknown',
    'meeting-cancelled',
    'attendance-not-recorded',
    'represented-without-a-seat',
    'not-represented',
  ],
  example: {
    meetingId: anId,
    participantId: anId,
    quality: 'MEMBER',
    status: 'EXCUSED',
    reason: 'Lettre d’excuse reçue',
  },
});

export const recordTally = defineCommand({
  name: 'meetings.record-tally',
  summary: 'Record attendance as counts only',
  request: z.strictObject({
    meetingId: id(),
    ...tallyCounts,
    /** Young women, where the sheet counts them apart. */
    youngWomen: z.number().int().min(0).max(10_000).optional(),
  }),
  refusals: [
    'meeting-unknown',
    'meeting-not-held',
    'meeting-cancelled',
    'attendance-is-nominative',
    'tally-part-exceeds-total',
    'young-women-exceed-a-part',
    'differs-from-recorded',
  ],
  example: { meetingId: anId, women: 5, men: 19, notReported: 0, youth: 8, isf: 7, members: 20 },
});

/** Every command a meeting hears. */
export const meetingCommands = [convene, hold, recordAttendance, correctAttendance, recordTally] as const;
