import * as training from '@benkan/contracts/training';
import type { Saying } from './say';
import type { FollowUp } from './set';

/** Terms of reference, satisfaction, closing, certificates and report of a training that was imported. */
export const trainingFollowUp =
  ({ trainings: { termsOfReference, report, satisfaction } }: FollowUp) =>
  (trainingId: string): readonly Saying[] => {
    const about = trainingId;
    return [
      { contract: training.setTermsOfReference, about, body: { trainingId, ...termsOfReference } },
      { contract: training.recordSatisfaction, about, body: { trainingId, ...satisfaction } },
      { contract: training.closeTraining, about, body: { trainingId } },
      { contract: training.issueCertificates, about, body: { trainingId } },
      { contract: training.writeTrainingReport, about, body: { trainingId, ...report } },
    ];
  };
