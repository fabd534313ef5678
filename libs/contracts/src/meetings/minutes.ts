import { z } from 'zod';
import { defineCommand } from '../contract';
import { day, freeText, id, timeOfDay } from '../primitives';
import { adoption, MINUTES_RECIPIENTS } from './minutes-shapes';

const aMeeting = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';
const theNext = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13';

export const draftMinutes = defineCommand({
  name: 'meetings.draft-minutes',
  summary: 'Draft the minutes of a meeting: what no recorded fact says; drafting again replaces it',
  request: z.strictObject({
    meetingId: id(),
    openedAt: timeOfDay().nullable().default(null),
    closedAt: timeOfDay().nullable().default(null),
    /** Who kept the minutes. */
    secretary: freeText(200).nullable().default(null),
    /** Themes of the security situation: no incident, and nobody. */
    situation: z.array(freeText(300)).max(30).default([]),
    /** What was said of each item; `itemId` where it is one of the agenda. */
    exchanges: z
      .array(
        z.strictObject({
          itemId: id().nullable().default(null),
          title: freeText(500),
          text: freeText(5_000),
        }),
      )
      .max(50)
      .default([]),
    other: z.array(freeText(1_000)).max(30).default([]),
    nextOn: day().nullable().default(null),
    nextPlace: freeText(200).nullable().default(null),
  }),
  refusals: [
    'meeting-unknown',
    'meeting-not-held',
    'meeting-cancelled',
    'attendance-sheet-open',
    'agenda-item-unknown',
    'closed-before-it-opened',
    'minutes-adopted',
  ],
  example: {
    meetingId: aMeeting,
    openedAt: '09:05',
    closedAt: '12:30',
    situation: ['Éclairage public', 'Occupation des voies'],
    exchanges: [{ title: 'Éclairage du marché', text: 'La mairie annonce quarante lampadaires réparés.' }],
    nextOn: '2024-12-19',
  },
});

export const adoptMinutes = defineCommand({
  name: 'meetings.adopt-minutes',
  summary: 'Adopt the minutes of a meeting, at a later one or by signature: from then on they are frozen',
  request: z.strictObject({ meetingId: id(), by: adoption }),
  refusals: [
    'meeting-unknown',
    'minutes-not-drafted',
    'adopting-meeting-not-held',
    'meeting-of-another-committee',
    'meeting-not-later',
    'signed-before-the-meeting',
    'in-the-future',
    'differs-from-recorded',
  ],
  example: { meetingId: aMeeting, by: { kind: 'MEETING', meetingId: theNext } },
});

export const correctMinutes = defineCommand({
  name: 'meetings.correct-minutes',
  summary: 'Add an erratum to adopted minutes, with the reason; what was adopted stays',
  request: z.strictObject({ meetingId: id(), on: day(), text: freeText(2_000), reason: freeText(500) }),
  refusals: [
    'meeting-unknown',
    'minutes-not-drafted',
    'minutes-not-adopted',
    'before-the-adoption',
    'in-the-future',
  ],
  example: {
    meetingId: aMeeting,
    on: '2025-01-10',
    text: 'Au point 3, lire « quatorze lampadaires » au lieu de « quarante ».',
    reason: 'Erreur de transcription',
  },
});

export const transmitMinutes = defineCommand({
  name: 'meetings.transmit-minutes',
  summary: 'Record that adopted minutes were transmitted upward',
  request: z.strictObject({
    meetingId: id(),
    recipient: z.enum(MINUTES_RECIPIENTS),
    on: day(),
    /** The number of the covering letter. */
    reference: freeText(200).nullable().default(null),
  }),
  refusals: [
    'meeting-unknown',
    'minutes-not-drafted',
    'minutes-not-adopted',
    'before-the-adoption',
    'in-the-future',
    'differs-from-recorded',
  ],
  example: { meetingId: aMeeting, recipient: 'REGIONAL_COMMITTEE', on: '2024-12-23' },
});

export const minutesCommands = [draftMinutes, adoptMinutes, correctMinutes, transmitMinutes] as const;
