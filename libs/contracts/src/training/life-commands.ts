import { z } from 'zod';
import { defineCommand } from '../contract';
import { day, freeText, id } from '../primitives';
import { session } from './shapes';

const trainingId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c14';
/** What is still planned, recorded or changed belongs to a training that goes on. */
const goesOn = ['training-unknown', 'training-cancelled', 'training-closed'] as const;

const section = () => freeText(5_000).nullable().default(null);

export const setTermsOfReference = defineCommand({
  name: 'training.set-terms-of-reference',
  summary: 'Write the terms of reference of a training, in the usual sections',
  request: z.strictObject({
    trainingId: id(),
    context: section(),
    objectives: section(),
    expectedResults: section(),
    methodology: section(),
    participants: section(),
    datesAndPlace: section(),
    budget: section(),
    agenda: section(),
  }),
  refusals: [...goesOn],
  example: {
    trainingId,
    context: 'Le CCS-C de la Commune II se réunit depuis décembre 2023.',
    objectives: 'Renforcer la police de proximité.',
  },
});

export const openSession = defineCommand({
  name: 'training.open-session',
  summary: 'Record that a day or half-day of a training was held',
  request: z.strictObject({ trainingId: id(), ...session }),
  refusals: [...goesOn, 'not-a-day-of-this-training', 'day-is-in-the-future', 'session-overlaps'],
  example: { trainingId, day: '2024-12-02', part: 'MORNING' },
});

export const postpone = defineCommand({
  name: 'training.postpone',
  summary: 'Move a training to other days, with the reason; a day that was held stays',
  request: z.strictObject({ trainingId: id(), days: z.array(day()).min(1).max(60), reason: freeText(500) }),
  refusals: [...goesOn, 'days-repeat', 'day-already-held'],
  example: { trainingId, days: ['2024-12-09', '2024-12-10'], reason: 'Pénurie de carburant' },
});

export const cancel = defineCommand({
  name: 'training.cancel',
  summary: 'Cancel a training that has not begun, with the reason',
  request: z.strictObject({ trainingId: id(), reason: freeText(500) }),
  refusals: ['training-unknown', 'training-closed', 'training-has-begun'],
  example: { trainingId, reason: 'Salle inaccessible' },
});

export const closeTraining = defineCommand({
  name: 'training.close-training',
  summary: 'Close a training: from then on only corrections, with the reason',
  request: z.strictObject({
    trainingId: id(),
    /** Days a participant must have signed to earn a certificate; every day when null. */
    certificateDays: z.number().int().min(1).max(60).nullable().default(null),
  }),
  refusals: [
    'training-unknown',
    'training-cancelled',
    'training-not-over',
    'attendance-missing',
    'rule-exceeds-days',
    'differs-from-recorded',
  ],
  example: { trainingId, certificateDays: 2 },
});

export const lifeCommands = [setTermsOfReference, openSession, postpone, cancel, closeTraining] as const;
