import { z } from 'zod';
import { TRAINING_THEMES } from '../code-lists';
import { defineQuery } from '../contract';
import { pageOf, pageRequest } from '../paging';
import { day, id } from '../primitives';
import { attendanceOfDay, testResults } from './events';

const training = z.strictObject({
  id: id(),
  unitId: id(),
  days: z.array(day()),
  themes: z.array(z.enum(TRAINING_THEMES)),
  group: z.number().int().nullable(),
  title: z.string().nullable(),
  trainedCount: z.number().int(),
  completedCount: z.number().int(),
  revision: z.string(),
});

export const listTrainings = defineQuery({
  name: 'training.list-trainings',
  summary: 'Trainings, newest first',
  request: z.strictObject({
    ...pageRequest,
    unitId: id().optional(),
    from: day().optional(),
    to: day().optional(),
    territory: id().optional(),
  }),
  response: pageOf(training),
});

export const getTraining = defineQuery({
  name: 'training.get-training',
  summary: 'One training with its attendance and test results, without names',
  request: z.strictObject({ trainingId: id() }),
  response: training.extend({
    attendance: z.array(z.strictObject(attendanceOfDay)),
    results: z.array(z.strictObject(testResults)),
  }),
});

export const queries = [listTrainings, getTraining] as const;
