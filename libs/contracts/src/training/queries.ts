import { z } from 'zod';
import { TRAINING_THEMES } from '../code-lists';
import { defineQuery } from '../contract';
import { pageOf, pageRequest } from '../paging';
import { certificateCode, day, digest, id } from '../primitives';
import { attendanceOfDay, testResults } from './events';
import { satisfaction, session, SATISFACTION_QUESTIONS, TERMS_SECTIONS } from './shapes';

export const TRAINING_STATES = ['PLANNED', 'CANCELLED', 'CLOSED'] as const;

const training = z.strictObject({
  id: id(),
  status: z.enum(TRAINING_STATES),
  unitId: id(),
  days: z.array(day()),
  themes: z.array(z.enum(TRAINING_THEMES)),
  group: z.number().int().nullable(),
  title: z.string().nullable(),
  trainedCount: z.number().int(),
  completedCount: z.number().int(),
  certificateCount: z.number().int(),
  revision: z.string(),
});

/** Texts of sections; null where nothing was written. */
export const shownSections = <const Section extends string>(sections: readonly Section[]) =>
  z.strictObject(
    Object.fromEntries(sections.map((section) => [section, z.string().nullable()])) as Record<
      Section,
      z.ZodNullable<z.ZodString>
    >,
  );

/** Of each question the answers in the two most satisfied levels, over all answers. */
export const topTwo = z.strictObject({
  question: z.enum(SATISFACTION_QUESTIONS),
  numerator: z.number().int(),
  denominator: z.number().int(),
});

export const shownFacilitator = z.strictObject({
  facilitatorId: id(),
  name: z.string(),
  organisation: z.string().nullable(),
});

/** Tests of which both papers were handed in, and those with one missing: the second enter no gain. */
export const testSummary = z.strictObject({
  pairs: z.number().int(),
  unpaired: z.number().int(),
  /** Sum of (post − pre) / max over the pairs: divided by `pairs` it is the mean gain. */
  gain: z.number(),
});

export const shownSatisfaction = z.strictObject({ ...satisfaction, topTwo: z.array(topTwo) });

export const shownCertificate = z.strictObject({
  code: certificateCode(),
  participantId: id(),
  status: z.enum(['VALID', 'WITHDRAWN']),
  issuedOn: day(),
  daysPresent: z.number().int(),
  /** Whether the sheet, as it stands corrected, still earns it. */
  earned: z.boolean(),
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
    tests: testSummary,
    termsOfReference: shownSections(TERMS_SECTIONS).nullable(),
    sessions: z.array(z.strictObject(session)),
    facilitators: z.array(shownFacilitator),
    satisfaction: shownSatisfaction.nullable(),
    /** Days signed that earn a certificate; null until the training is closed. */
    certificateDays: z.number().int().nullable(),
    certificates: z.array(shownCertificate),
    report: z.strictObject({ filedOn: day(), fingerprint: digest() }).nullable(),
  }),
});

export const trainingQueries = [listTrainings, getTraining] as const;
