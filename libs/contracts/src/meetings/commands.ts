import { z } from 'zod';
import {
  ADDRESSEE_TYPES,
  MEETING_KINDS,
  PRESIDING_CAPACITIES,
  RECOMMENDATION_THEMES,
  role,
} from '../code-lists';
import { defineCommand } from '../contract';
import { day, freeText, id } from '../primitives';
import { attendanceLine, tallyCounts } from './events';

const anId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';
/** The role a paper sheet names; accepted from an import only. */
const onBehalfOf = role().optional();

export const convene = defineCommand({
  name: 'meetings.convene',
  summary: 'Convene a meeting of a committee',
  request: z.strictObject({
    id: id().optional(),
    committeeId: id(),
    meetingKind: z.enum(MEETING_KINDS),
    plannedOn: day(),
    agenda: z.array(freeText(500)).max(50).default([]),
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
  request: z.strictObject({ meetingId: id(), ...attendanceLine }),
  refusals: [
    'meeting-unknown',
    'meeting-not-held',
    'participant-unknown',
    'attendance-is-a-tally',
    'attendance-mode-is-tally',
    'differs-from-recorded',
  ],
  example: { meetingId: anId, participantId: anId, quality: 'MEMBER', status: 'PRESENT' },
});

export const correctAttendance = defineCommand({
  name: 'meetings.correct-attendance',
  summary: 'Correct a recorded line of an attendance sheet, with the reason',
  request: z.strictObject({ meetingId: id(), ...attendanceLine, reason: freeText(500) }),
  refusals: ['meeting-unknown', 'attendance-not-recorded'],
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
  request: z.strictObject({ meetingId: id(), ...tallyCounts }),
  refusals: [
    'meeting-unknown',
    'meeting-not-held',
    'attendance-is-nominative',
    'tally-part-exceeds-total',
    'differs-from-recorded',
  ],
  example: { meetingId: anId, women: 5, men: 19, notReported: 0, youth: 8, isf: 7, members: 20 },
});

export const issueRecommendation = defineCommand({
  name: 'meetings.issue-recommendation',
  summary: 'Issue a recommendation of a held meeting to its addressees',
  request: z.strictObject({
    id: id().optional(),
    meetingId: id(),
    theme: z.enum(RECOMMENDATION_THEMES),
    text: freeText(),
    number: freeText(40).optional(),
    addressees: z
      .array(z.strictObject({ type: z.enum(ADDRESSEE_TYPES), name: freeText(200) }))
      .min(1)
      .max(20),
    otherAddresseeReason: freeText(500).optional(),
    dueOn: day().optional(),
  }),
  refusals: [
    'meeting-unknown',
    'meeting-not-held',
    'addressee-reason-missing',
    'due-before-issued',
    'differs-from-recorded',
  ],
  example: {
    meetingId: anId,
    theme: 'ECLAIRAGE_PUBLIC',
    text: 'Réparer l’éclairage public du marché',
    addressees: [{ type: 'EXECUTIF_LOCAL', name: 'Mairie' }],
    dueOn: '2024-12-31',
  },
});

export const reportProgress = defineCommand({
  name: 'meetings.report-progress',
  summary: 'Report progress on a recommendation',
  request: z.strictObject({ recommendationId: id(), on: day(), note: freeText().optional() }),
  refusals: ['recommendation-unknown', 'before-it-was-issued', 'in-the-future', 'already-verified'],
  example: { recommendationId: anId, on: '2025-01-15' },
});

export const claimImplementation = defineCommand({
  name: 'meetings.claim-implementation',
  summary: 'Claim that a recommendation was implemented, with the evidence',
  request: z.strictObject({ recommendationId: id(), on: day(), evidence: freeText(500), onBehalfOf }),
  refusals: [
    'recommendation-unknown',
    'before-it-was-issued',
    'in-the-future',
    'already-verified',
    'differs-from-recorded',
    'only-an-import-speaks-for-others',
  ],
  example: { recommendationId: anId, on: '2024-12-28', evidence: 'PV-I-2024-12' },
});

export const verifyImplementation = defineCommand({
  name: 'meetings.verify-implementation',
  summary: 'Verify a claimed implementation; never by the one who claimed it',
  request: z.strictObject({ recommendationId: id(), on: day(), evidence: freeText(500), onBehalfOf }),
  refusals: [
    'recommendation-unknown',
    'not-claimed',
    'verifier-is-the-claimer',
    'before-the-claim',
    'in-the-future',
    'differs-from-recorded',
    'only-an-import-speaks-for-others',
  ],
  example: { recommendationId: anId, on: '2024-12-29', evidence: 'Visite du 29 décembre' },
});

export const commands = [
  convene,
  hold,
  recordAttendance,
  correctAttendance,
  recordTally,
  issueRecommendation,
  reportProgress,
  claimImplementation,
  verifyImplementation,
] as const;
