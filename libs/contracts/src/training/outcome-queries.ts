import { z } from 'zod';
import { AGE_BANDS, SEXES, STRUCTURE_KINDS, TRAINING_THEMES } from '../code-lists';
import { defineQuery } from '../contract';
import { certificateCode, day, digest, id } from '../primitives';
import { shownFacilitator, shownSatisfaction, shownSections, testSummary } from './queries';
import { REPORT_SECTIONS } from './shapes';

const CERTIFICATE_STATES = ['VALID', 'WITHDRAWN'] as const;

const shownTraining = {
  unitId: id(),
  unitName: z.string(),
  themes: z.array(z.enum(TRAINING_THEMES)),
  days: z.array(day()),
};

/** What a certificate says to whoever holds its number: nothing of the person. */
export const verifyCertificate = defineQuery({
  name: 'training.verify-certificate',
  summary: 'Whether a certificate of attendance is valid, and what it is about; never whose it is',
  request: z.strictObject({ code: certificateCode() }),
  response: z.strictObject({
    code: certificateCode(),
    status: z.enum(CERTIFICATE_STATES),
    issuedOn: day(),
    ...shownTraining,
  }),
});

const named = {
  /** Null to a role that may not read names, and once the person was erased. */
  firstNames: z.string().nullable(),
  lastName: z.string().nullable(),
};

/** All a printed certificate needs. */
export const getCertificate = defineQuery({
  name: 'training.get-certificate',
  summary: 'All that is printed on a certificate of attendance, with the name',
  request: z.strictObject({ trainingId: id(), code: certificateCode() }),
  response: z.strictObject({
    code: certificateCode(),
    trainingId: id(),
    participantId: id(),
    ...named,
    status: z.enum(CERTIFICATE_STATES),
    issuedOn: day(),
    title: z.string().nullable(),
    ...shownTraining,
    daysPresent: z.number().int(),
    facilitators: z.array(shownFacilitator),
    revision: z.string(),
  }),
});

const countBy = <const Key extends string>(keys: readonly Key[]) =>
  z.array(z.strictObject({ key: z.enum(keys), count: z.number().int() }));

/** The report of a training in its usual sections; what is counted follows from what was recorded. */
export const getReport = defineQuery({
  name: 'training.get-report',
  summary: 'The report of a training in its usual sections, its figures and its participants',
  request: z.strictObject({ trainingId: id() }),
  response: z.strictObject({
    trainingId: id(),
    title: z.string().nullable(),
    ...shownTraining,
    texts: shownSections(REPORT_SECTIONS),
    facilitators: z.array(shownFacilitator),
    /** People present on a day at least. */
    participants: z.strictObject({
      total: z.number().int(),
      completed: z.number().int(),
      isf: z.number().int(),
      bySex: countBy(SEXES),
      byAgeBand: countBy(AGE_BANDS),
      byStructure: countBy(STRUCTURE_KINDS),
    }),
    attendanceByDay: z.array(z.strictObject({ day: day(), present: z.number().int() })),
    tests: testSummary,
    satisfaction: shownSatisfaction.nullable(),
    certificates: z.strictObject({ valid: z.number().int(), withdrawn: z.number().int() }),
    /** The annex of names: nobody to a role that may not read names. */
    people: z.array(
      z.strictObject({
        participantId: id(),
        ...named,
        structureKind: z.enum(STRUCTURE_KINDS).nullable(),
        daysPresent: z.number().int(),
      }),
    ),
    namesShown: z.boolean(),
    filed: z.strictObject({ filedOn: day(), fingerprint: digest() }).nullable(),
    revision: z.string(),
  }),
});

export const outcomeQueries = [verifyCertificate, getCertificate, getReport] as const;
