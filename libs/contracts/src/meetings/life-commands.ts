import { z } from 'zod';
import { defineCommand } from '../contract';
import { day, freeText, id } from '../primitives';
import { CANCELLATION_REASONS } from './lists';

const anId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';

export const postpone = defineCommand({
  name: 'meetings.postpone',
  summary: 'Postpone a convened meeting to another day, with the reason',
  request: z.strictObject({
    meetingId: id(),
    plannedOn: day(),
    reason: freeText(500),
    place: freeText(300).optional(),
  }),
  refusals: [
    'meeting-unknown',
    'meeting-already-held',
    'meeting-cancelled',
    'planned-that-day-already',
    'differs-from-recorded',
  ],
  example: { meetingId: anId, plannedOn: '2024-11-28', reason: 'Coupure d’électricité' },
});

export const cancel = defineCommand({
  name: 'meetings.cancel',
  summary: 'Cancel a convened meeting, with the reason',
  request: z.strictObject({
    meetingId: id(),
    cause: z.enum(CANCELLATION_REASONS),
    reason: freeText(500).optional(),
  }),
  refusals: [
    'meeting-unknown',
    'meeting-already-held',
    'cancellation-reason-missing',
    'differs-from-recorded',
  ],
  example: { meetingId: anId, cause: 'INSECURITY' },
});

/** Every command about what becomes of a convened meeting. */
export const lifeCommands = [postpone, cancel] as const;
