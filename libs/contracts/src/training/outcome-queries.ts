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

const certificateOf = {
  participantId: id(),
  ...named,
  status: z.enum(CERTIFICATE_STATES),
  issuedOn: day(),
  daysPresent: z.number().int(),
};

/** All a printed certificate needs. */
export const getCertificate = defineQuery({
  name: 'training.get-certificate',
  summary: 'All that is printed on a certificate of attendance, with the name',
  request: z.strictObject({ trainingId: id(), code: certificateCode() }),
  response: z.strictObject({
    code: certificateCode(),
    trainingId: id(),
    ...certificateOf,
    title: z.string().nullable(),
    ...shownTraining,
    facilitators: z.array(shownFacilitator),
    revision: z.string(),
  }),
});

/** All that is needed to print the certificates of a training at once. */
export const listCertificates = defineQuery({
  name: 'training.list-certificates',
  summary: 'Every certificate of a training with its name, to print all of them at once',
  request: z.strictObject({ trainingId: id() }),
  response: z.strictObject({
    trainingId: id(),
    title: z.string().nullable(),
    ...shownTraining,
    facilitators: z.array(shownFacilitator),
    certificates: z.array(z.strictObject({ code: certificateCode(), ...certificateOf })),
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
    /** Of the terms of reference. */
    expectedResults: z.string().nullable(),
    methodology: z.string().nullable(),
    facilitators: z.array(shownFacilitator),
    /** People present on a day at least. */
    participants: z.strictObject({
      total: z.number().int(),
      completed: z.number().int(),
      isf: z.number().int(),
      women: z.number().int(),
      /** Of 15 to 35 years, as the State counts them. */
      youth: z.number().int(),
      /** Women and men of each age band. */
      bands: z.array(
        z.strictObject({
          band: z.enum(AGE_BANDS),
          women: z.number().int(),
          men: z.number().int(),
          notReported: z.number().int(),
        }),
      ),
      bySex: countBy(SEXES),
      byAgeBand: countBy(AGE_BANDS),
      byStructure: countBy(STRUCTURE_KINDS),
    }),
    attendanceByDay: z.array(
      z.strictObject({
        day: day(),
        present: z.number().int(),
        women: z.number().int(),
        youth: z.number().int(),
        isf: z.number().int(),
      }),
    ),
    tests: testSummary.extend({
      /** Means over the pairs, as shares of the points a test has; null without a pair. */
      meanBefore: z.number().nullable(),
      meanAfter: z.number().nullable(),
      /** Pairs whose second paper is the better one. */
      improved: z.number().int(),
    }),
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

export const outcomeQueries = [verifyCertificate, getCertificate, listCertificates, getReport] as const;
