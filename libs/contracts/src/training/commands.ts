import { z } from 'zod';
import { TRAINING_THEMES } from '../code-lists';
import { defineCommand } from '../contract';
import { day, freeText, id } from '../primitives';
import { attendanceOfDay, testResults } from './events';

const anId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c14';

export const plan = defineCommand({
  name: 'training.plan',
  summary: 'Plan a training: unit, days, themes, group',
  request: z.strictObject({
    id: id().optional(),
    unitId: id(),
    days: z.array(day()).min(1).max(60),
    themes: z.array(z.enum(TRAINING_THEMES)).min(1).max(7),
    group: z.number().int().min(1).max(999).nullable().default(null),
    title: freeText(300).optional(),
  }),
  refusals: ['unit-unknown', 'days-repeat', 'differs-from-recorded'],
  example: {
    unitId: anId,
    days: ['2024-12-02', '2024-12-03'],
    themes: ['GOUVERNANCE_PARTICIPATIVE'],
    group: 1,
  },
});

export const recordAttendance = defineCommand({
  name: 'training.record-attendance',
  summary: 'Record whether a participant signed on a day of a training',
  request: z.strictObject({ trainingId: id(), ...attendanceOfDay }),
  refusals: [
    'training-unknown',
    'participant-unknown',
    'not-a-day-of-this-training',
    'day-is-in-the-future',
    'training-cancelled',
    'training-closed',
    'differs-from-recorded',
  ],
  example: { trainingId: anId, participantId: anId, day: '2024-12-02', status: 'PRESENT' },
});

export const correctAttendance = defineCommand({
  name: 'training.correct-attendance',
  summary: 'Correct a recorded day of a participant, with the reason',
  request: z.strictObject({ trainingId: id(), ...attendanceOfDay, reason: freeText(500) }),
  refusals: [
    'training-unknown',
    'attendance-not-recorded',
    'participant-unknown',
    'not-a-day-of-this-training',
  ],
  example: {
    trainingId: anId,
    participantId: anId,
    day: '2024-12-02',
    status: 'ABSENT',
    reason: 'Signature d’un autre',
  },
});

export const recordTestResults = defineCommand({
  name: 'training.record-test-results',
  summary: 'Record the paired test results of a participant',
  request: z.strictObject({ trainingId: id(), ...testResults }),
  refusals: [
    'training-unknown',
    'not-a-participant-of-this-training',
    'score-exceeds-maximum',
    'training-cancelled',
    'training-closed',
    'differs-from-recorded',
  ],
  example: { trainingId: anId, participantId: anId, pre: 7, post: 13, max: 20 },
});

export const correctTestResults = defineCommand({
  name: 'training.correct-test-results',
  summary: 'Correct recorded test results, with the reason',
  request: z.strictObject({ trainingId: id(), ...testResults, reason: freeText(500) }),
  refusals: [
    'training-unknown',
    'not-a-participant-of-this-training',
    'results-not-recorded',
    'score-exceeds-maximum',
  ],
  example: { trainingId: anId, participantId: anId, pre: 8, post: 13, max: 20, reason: 'Copie relue' },
});

export const trainingCommands = [
  plan,
  recordAttendance,
  correctAttendance,
  recordTestResults,
  correctTestResults,
] as const;
