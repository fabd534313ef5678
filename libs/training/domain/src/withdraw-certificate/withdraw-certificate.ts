import { accept, refuse, type Decision, type Said, type SealedText } from '@benkan/kernel';
import type { CertificateWithdrawn, Training } from '../training';

export type WithdrawCertificate = Said<{
  readonly trainingId: string;
  readonly code: string;
  readonly reason: SealedText;
}>;

/** A certificate withdrawn stays known by its number, and is never valid again. */
export const withdrawCertificate = (
  { data: { trainingId, code, reason } }: WithdrawCertificate,
  training: Training,
): Decision<CertificateWithdrawn, 'training-unknown' | 'certificate-unknown'> => {
  if (training.status === 'unknown') return refuse('training-unknown');
  const issued = training.certificates.get(code);
  if (issued === undefined) return refuse('certificate-unknown');
  if (issued.withdrawn) return accept();
  const { participantId } = issued;
  return accept({ type: 'certificate-withdrawn', data: { trainingId, participantId, code, reason } });
};
