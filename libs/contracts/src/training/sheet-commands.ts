import { z } from 'zod';
import { defineCommand } from '../contract';
import { freeText, id } from '../primitives';
import { satisfaction, sheetLine } from './shapes';

const trainingId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c14';
const facilitatorId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c15';
const goesOn = ['training-unknown', 'training-cancelled', 'training-closed'] as const;

export const nameFacilitator = defineCommand({
  name: 'training.name-facilitator',
  summary: 'Name a facilitator of a training; the name goes to the vault',
  request: z.strictObject({
    trainingId: id(),
    facilitatorId: id().optional(),
    name: freeText(200),
    organisation: freeText(200).nullable().default(null),
  }),
  refusals: [...goesOn, 'differs-from-recorded'],
  answer: z.strictObject({ facilitatorId: id() }),
  example: { trainingId, name: 'Bakary Diarra', organisation: 'WANEP-Mali' },
});

export const withdrawFacilitator = defineCommand({
  name: 'training.withdraw-facilitator',
  summary: 'Withdraw a facilitator who did not facilitate, with the reason',
  request: z.strictObject({ trainingId: id(), facilitatorId: id(), reason: freeText(500) }),
  refusals: [...goesOn, 'facilitator-unknown'],
  example: { trainingId, facilitatorId, reason: 'Empêché' },
});

export const recordSheet = defineCommand({
  name: 'training.record-sheet',
  summary: 'Record a whole attendance sheet, all its days, in one go',
  request: z.strictObject({ trainingId: id(), lines: z.array(sheetLine).min(1).max(300) }),
  refusals: [
    ...goesOn,
    'sheet-has-problems',
    'participant-unknown',
    'same-person-twice',
    'days-repeat',
    'not-a-day-of-this-training',
    'day-is-in-the-future',
    'differs-from-recorded',
  ],
  example: {
    trainingId,
    lines: [
      {
        participantId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13',
        present: ['2024-12-02', '2024-12-03'],
        absent: [],
      },
    ],
  },
});

export const recordSatisfaction = defineCommand({
  name: 'training.record-satisfaction',
  summary: 'Record the satisfaction sheets as counts for each question, from the least to the most satisfied',
  request: z.strictObject({ trainingId: id(), ...satisfaction }),
  refusals: [...goesOn, 'questions-repeat', 'counts-do-not-fit-scale', 'differs-from-recorded'],
  example: { trainingId, scale: 4, questions: [{ question: 'OVERALL', counts: [1, 2, 14, 8] }] },
});

export const correctSatisfaction = defineCommand({
  name: 'training.correct-satisfaction',
  summary: 'Correct recorded satisfaction counts, with the reason',
  request: z.strictObject({ trainingId: id(), ...satisfaction, reason: freeText(500) }),
  refusals: ['training-unknown', 'satisfaction-not-recorded', 'questions-repeat', 'counts-do-not-fit-scale'],
  example: {
    trainingId,
    scale: 4,
    questions: [{ question: 'OVERALL', counts: [1, 2, 13, 9] }],
    reason: 'Fiche relue',
  },
});

export const sheetCommands = [
  nameFacilitator,
  withdrawFacilitator,
  recordSheet,
  recordSatisfaction,
  correctSatisfaction,
] as const;
