import { accept, refuse, type Decision, type Difference, type Said } from '@benkan/kernel';
import { notClosed, type NotClosed } from '../not-closed';
import { daysPresent, type CertificatesIssued, type KnownTraining, type Training } from '../training';

export type IssueCertificates = Said<{
  readonly trainingId: string;
  /** Whom to issue one to; everybody who earned one when null. */
  readonly participantIds: readonly string[] | null;
  /** The number a participant's certificate would bear: nobody can guess it. */
  readonly codeFor: (participantId: string) => string;
}>;

/** Whether the sheet, as it stands corrected, earns a participant a certificate. */
export const hasEarned = (training: KnownTraining, participantId: string): boolean =>
  training.certificateDays !== null && daysPresent(training, participantId) >= training.certificateDays;

const holders = ({ certificates }: KnownTraining): ReadonlySet<string> =>
  new Set(
    [...certificates.values()]
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ participantId }) => participantId),
  );

const unearned = (training: KnownTraining, asked: readonly string[]): readonly Difference[] =>
  asked.flatMap((participantId, index) =>
    hasEarned(training, participantId)
      ? []
      : [
          {
            field: `/participantIds/${index}`,
            recorded: daysPresent(training, participantId),
            given: training.certificateDays,
          },
        ],
  );

/** One valid certificate a participant, for those whose days signed earn it. A refusal points at those whose do not. */
export const issueCertificates = (
  { data: { trainingId, participantIds, codeFor } }: IssueCertificates,
  training: Training,
): Decision<CertificatesIssued, NotClosed | 'certificate-not-earned'> => {
  if (training.status !== 'closed') return refuse(notClosed(training.status));
  const wrong = unearned(training, participantIds ?? []);
  if (wrong.length > 0) return refuse('certificate-not-earned', wrong);
  const held = holders(training);
  const asked = participantIds ?? [...training.sheet.keys()].filter((one) => hasEarned(training, one));
  const fresh = [...new Set(asked)].filter((participantId) => !held.has(participantId));
  if (fresh.length === 0) return accept();
  const certificates = fresh.map((participantId) => ({ participantId, code: codeFor(participantId) }));
  return accept({ type: 'certificates-issued', data: { trainingId, certificates } });
};
