import * as training from '@benkan/contracts/training';
import { certificatePrints, certificatesPrints, trainingReportPrints } from '../documents/training-prints';
import { ask, tell, type Route } from './route';

const one = 'v1/trainings/:trainingId';
const ofTraining = { notFound: 'training-unknown' };

/** Ways to the trainings and to what came of them. */
export const trainingRoutes: readonly Route[] = [
  tell('v1/trainings', training.plan, { creates: 'v1/trainings' }),
  ask('v1/trainings', training.listTrainings),
  ask(one, training.getTraining),
  tell(`${one}/terms-of-reference`, training.setTermsOfReference, ofTraining),
  tell(`${one}/facilitators`, training.nameFacilitator, ofTraining),
  tell(`${one}/facilitators/:facilitatorId/withdrawal`, training.withdrawFacilitator, ofTraining),
  tell(`${one}/sessions`, training.openSession, ofTraining),
  tell(`${one}/postponements`, training.postpone, ofTraining),
  tell(`${one}/cancellation`, training.cancel, ofTraining),
  tell(`${one}/attendance`, training.recordAttendance, ofTraining),
  tell(`${one}/attendance/sheets`, training.recordSheet, ofTraining),
  tell(`${one}/attendance/corrections`, training.correctAttendance, ofTraining),
  tell(`${one}/test-results`, training.recordTestResults, ofTraining),
  tell(`${one}/test-results/corrections`, training.correctTestResults, ofTraining),
  tell(`${one}/satisfaction`, training.recordSatisfaction, ofTraining),
  tell(`${one}/satisfaction/corrections`, training.correctSatisfaction, ofTraining),
  tell(`${one}/closing`, training.closeTraining, ofTraining),
  ask(`${one}/report`, training.getReport, { prints: trainingReportPrints }),
  tell(`${one}/report/texts`, training.writeTrainingReport, ofTraining),
  tell(`${one}/report/filing`, training.fileTrainingReport, ofTraining),
  tell(`${one}/certificates`, training.issueCertificates, ofTraining),
  ask(`${one}/certificates`, training.listCertificates, { prints: certificatesPrints }),
  ask(`${one}/certificates/:code`, training.getCertificate, { prints: certificatePrints }),
  tell(`${one}/certificates/:code/withdrawal`, training.withdrawCertificate, ofTraining),
  ask('v1/certificates/:code', training.verifyCertificate),
];
