import { certificateOf, certificatesOf, type Certificate, type Certificates } from './certificate';
import { printsOf } from './prints';
import { trainingReportOf, type TrainingReport } from './training-report';

/** Of a day: the same answer is the same bytes. */
const at = (day: string): string => `${day}T00:00:00.000Z`;

const lastOf = (days: readonly string[]): string => [...days].sort().at(-1) ?? '1970-01-01';

/** A certificate is signed as it is printed: a file nobody edits. */
export const certificatePrints = printsOf<Certificate>({
  fileName: ({ code }) => `attestation-${code}`,
  document: (certificate) => certificateOf(certificate, at(certificate.issuedOn)),
  formats: ['pdf'],
});

export const certificatesPrints = printsOf<Certificates>({
  fileName: ({ days }) => `attestations-${lastOf(days)}`,
  document: (certificates) => certificatesOf(certificates, at(lastOf(certificates.days))),
  formats: ['pdf'],
});

export const trainingReportPrints = printsOf<TrainingReport>({
  fileName: ({ days }) => `rapport-de-formation-${lastOf(days)}`,
  document: (report) => trainingReportOf(report, at(report.filed?.filedOn ?? lastOf(report.days))),
});
