import { z } from 'zod';
import { defineCommand } from '../contract';
import { certificateCode, day, digest, freeText, id } from '../primitives';

const trainingId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c14';

const section = (max = 10_000) => freeText(max).nullable().default(null);

export const writeTrainingReport = defineCommand({
  name: 'training.write-training-report',
  summary: 'Write what a person says in the report of a training; the figures follow from what was recorded',
  request: z.strictObject({
    trainingId: id(),
    /** That of the terms of reference when null. */
    context: section(),
    generalObjective: section(2_000),
    specificObjectives: section(5_000),
    course: section(),
    recommendations: section(),
    annexes: section(),
  }),
  refusals: ['training-unknown', 'training-cancelled'],
  example: { trainingId, course: 'Ouverture par le maire, puis travaux en trois groupes.' },
});

export const fileTrainingReport = defineCommand({
  name: 'training.file-training-report',
  summary: 'File the report of a closed training: the day and the fingerprint of the document',
  request: z.strictObject({
    trainingId: id(),
    filedOn: day(),
    /** SHA-256 of the bytes of the document, hex. */
    fingerprint: digest(),
    /** Why another one is filed in place of the last. */
    reason: freeText(500).nullable().default(null),
  }),
  refusals: [
    'training-unknown',
    'training-cancelled',
    'training-not-closed',
    'day-is-in-the-future',
    'reason-missing',
  ],
  example: {
    trainingId,
    filedOn: '2024-12-10',
    fingerprint: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
});

export const issueCertificates = defineCommand({
  name: 'training.issue-certificates',
  summary: 'Issue the certificates of attendance of a closed training, to those who earned one',
  request: z.strictObject({
    trainingId: id(),
    /** Whom to issue one to; everybody who earned one and has none when absent. */
    participantIds: z.array(id()).min(1).max(300).optional(),
  }),
  refusals: ['training-unknown', 'training-cancelled', 'training-not-closed', 'certificate-not-earned'],
  example: { trainingId },
});

export const withdrawCertificate = defineCommand({
  name: 'training.withdraw-certificate',
  summary: 'Withdraw a certificate of attendance, with the reason',
  request: z.strictObject({ trainingId: id(), code: certificateCode(), reason: freeText(500) }),
  refusals: ['training-unknown', 'certificate-unknown'],
  example: { trainingId, code: '4TQ8-ZK2M-9W7C-X3HB', reason: 'Émis pour une autre personne' },
});

export const outcomeCommands = [
  writeTrainingReport,
  fileTrainingReport,
  issueCertificates,
  withdrawCertificate,
] as const;
