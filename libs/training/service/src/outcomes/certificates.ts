import { said } from '@benkan/doors';
import {
  issueCertificates as issueContract,
  withdrawCertificate as withdrawContract,
} from '@benkan/contracts/training';
import { issueCertificates, withdrawCertificate } from '@benkan/training-domain';
import type { TrainingContext } from '../context';
import { trainingDoor } from '../training-door';
import { certificateCodeOf } from './certificate-code';

/** training.issue-certificates: numbers follow from the vault's key, so a retry issues the same and nobody guesses one. */
export const issueCertificatesDoor = (context: TrainingContext) =>
  trainingDoor(context, issueContract, (asked) => {
    const { trainingId, participantIds = null } = asked.body;
    const codeFor = (participantId: string) =>
      certificateCodeOf(context.vault.digest('certificate', `${asked.commandId}|${participantId}`));
    const data = { trainingId, participantIds, codeFor };
    return {
      data: asked.body,
      decide: (state) => issueCertificates(said(asked, context.vault, data), state),
    };
  });

/** training.withdraw-certificate */
export const withdrawCertificateDoor = (context: TrainingContext) =>
  trainingDoor(context, withdrawContract, (asked, texts) => {
    const data = { ...asked.body, reason: texts.text('reason', asked.body.reason) };
    return { data, decide: (state) => withdrawCertificate(said(asked, context.vault, data), state) };
  });
