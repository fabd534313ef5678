import { z } from 'zod';
import { ATTENDANCE_QUALITIES, ATTENDANCE_STATUSES } from '../code-lists';
import { defineCommand } from '../contract';
import { freeText, id } from '../primitives';
import { voiceGroup } from './sheet-events';

const anId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';
const another = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13';

/** One line: the person by id, or by the code of the paper sheet; exactly one of both. */
const sheetLine = z
  .strictObject({
    participantId: id().optional(),
    code: freeText(40).optional(),
    quality: z.enum(ATTENDANCE_QUALITIES),
    status: z.enum(ATTENDANCE_STATUSES),
    representedBy: id().optional(),
  })
  .refine(({ participantId, code }) => (participantId === undefined) !== (code === undefined), {
    message: 'participantId or code, not both',
  });

export const recordAttendanceSheet = defineCommand({
  name: 'meetings.record-attendance-sheet',
  summary: 'Record a whole attendance sheet at once: all of its lines or none',
  request: z.strictObject({ meetingId: id(), lines: z.array(sheetLine).min(1).max(300) }),
  refusals: [
    'meeting-unknown',
    'meeting-not-held',
    'meeting-cancelled',
    'attendance-is-a-tally',
    'attendance-mode-is-tally',
    'sheet-has-problems',
    'participant-unknown',
    'same-person-twice',
    'attendance-sheet-closed',
    'represented-without-a-seat',
    'not-represented',
    'differs-from-recorded',
  ],
  example: {
    meetingId: anId,
    lines: [
      { participantId: anId, quality: 'MEMBER', status: 'PRESENT' },
      { participantId: another, quality: 'ALTERNATE', status: 'PRESENT' },
    ],
  },
});

export const closeAttendanceSheet = defineCommand({
  name: 'meetings.close-attendance-sheet',
  summary: 'Close the attendance sheet of a meeting: from then on it changes by corrections only',
  request: z.strictObject({ meetingId: id() }),
  refusals: ['meeting-unknown', 'meeting-not-held', 'meeting-cancelled', 'sheet-is-empty'],
  example: { meetingId: anId },
});

export const recordVoice = defineCommand({
  name: 'meetings.record-voice',
  summary: 'Record who spoke and who proposed items, as counts by category, sex and age band',
  request: z.strictObject({
    meetingId: id(),
    groups: z.array(z.strictObject(voiceGroup)).min(1).max(300),
  }),
  refusals: [
    'meeting-unknown',
    'meeting-not-held',
    'meeting-cancelled',
    'voice-group-twice',
    'turns-without-speakers',
    'voice-exceeds-presence',
    'differs-from-recorded',
  ],
  example: {
    meetingId: another,
    groups: [
      {
        ...{ category: 'ORG_FEMMES', sex: 'F', ageBand: '25-29' },
        ...{ speakers: 2, speakingTurns: 5, itemsProposed: 1 },
      },
    ],
  },
});

/** Every command about a sheet as a whole. */
export const sheetCommands = [recordAttendanceSheet, closeAttendanceSheet, recordVoice] as const;
