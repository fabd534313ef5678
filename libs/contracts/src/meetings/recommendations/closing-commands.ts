import { z } from 'zod';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';

const anId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';
const reasoned = () => z.strictObject({ recommendationId: id(), on: day(), reason: freeText(500) });
const refusedOfAnEnd = [
  'recommendation-unknown',
  'before-it-was-issued',
  'before-it-was-reopened',
  'in-the-future',
  'already-claimed',
  'already-verified',
  'already-closed',
  'differs-from-recorded',
] as const;

export const rejectRecommendation = defineCommand({
  name: 'meetings.reject-recommendation',
  summary: 'Record that a recommendation was rejected, with the reason',
  request: reasoned(),
  refusals: refusedOfAnEnd,
  example: { recommendationId: anId, on: '2024-12-20', reason: 'Hors des compétences de la commune' },
});

export const abandonRecommendation = defineCommand({
  name: 'meetings.abandon-recommendation',
  summary: 'Record that the committee abandoned a recommendation, with the reason',
  request: reasoned(),
  refusals: refusedOfAnEnd,
  example: { recommendationId: anId, on: '2024-12-20', reason: 'Reprise dans une autre recommandation' },
});

export const carryOverRecommendation = defineCommand({
  name: 'meetings.carry-over-recommendation',
  summary: 'Carry an open recommendation over to a later meeting of its committee',
  request: z.strictObject({ recommendationId: id(), meetingId: id(), dueOn: day().optional() }),
  refusals: [
    'recommendation-unknown',
    'meeting-unknown',
    'meeting-of-another-committee',
    'meeting-not-later',
    'meeting-cancelled',
    'due-before-the-meeting',
    'already-verified',
    'already-closed',
    'differs-from-recorded',
  ],
  example: { recommendationId: anId, meetingId: anId, dueOn: '2025-02-28' },
});

export const escalateRecommendation = defineCommand({
  name: 'meetings.escalate-recommendation',
  summary: 'Escalate a recommendation left unanswered past its date to the regional committee',
  request: z.strictObject({ recommendationId: id(), committeeId: id(), on: day() }),
  refusals: [
    'recommendation-unknown',
    'committee-unknown',
    'committee-not-regional',
    'committee-of-another-region',
    'no-due-day',
    'not-past-due',
    'not-sent',
    'already-answered',
    'already-verified',
    'already-closed',
    'in-the-future',
    'differs-from-recorded',
  ],
  example: { recommendationId: anId, committeeId: anId, on: '2025-01-15' },
});

export const reopenRecommendation = defineCommand({
  name: 'meetings.reopen-recommendation',
  summary: 'Reopen a recommendation that was closed, claimed or verified wrongly, with the reason',
  request: reasoned(),
  refusals: ['recommendation-unknown', 'not-closed', 'before-it-was-closed', 'in-the-future'],
  example: { recommendationId: anId, on: '2025-01-20', reason: 'Les lampadaires ne s’allument pas' },
});

/** What ends a recommendation, puts it off, takes it higher or opens it again. */
export const closingCommands = [
  rejectRecommendation,
  abandonRecommendation,
  carryOverRecommendation,
  escalateRecommendation,
  reopenRecommendation,
] as const;
