import type { Door } from '@benkan/doors';
import { getActivityDoor, listActivitiesDoor } from './activities/queries';
import { correctActivityDoor, recordActivityDoor, withdrawActivityDoor } from './activities/tell';
import { correctAttendanceDoor, recordAttendanceDoor } from './attendance';
import type { TrainingContext } from './context';
import { nameFacilitatorDoor, withdrawFacilitatorDoor } from './facilitators';
import {
  cancelDoor,
  closeTrainingDoor,
  openSessionDoor,
  postponeDoor,
  setTermsOfReferenceDoor,
} from './life';
import {
  getCertificateDoor,
  listCertificatesDoor,
  verifyCertificateDoor,
} from './outcomes/certificate-queries';
import { issueCertificatesDoor, withdrawCertificateDoor } from './outcomes/certificates';
import { getReportDoor } from './outcomes/get-report';
import { fileTrainingReportDoor, writeTrainingReportDoor } from './outcomes/report';
import { planDoor } from './plan';
import { getTrainingDoor, listTrainingsDoor } from './queries';
import { correctSatisfactionDoor, recordSatisfactionDoor } from './satisfaction';
import { recordSheetDoor } from './sheet';
import { correctTestResultsDoor, recordTestResultsDoor } from './test-results';

/** Every door of the training service. */
export const doorsOf = (context: TrainingContext): readonly Door[] => [
  planDoor(context),
  setTermsOfReferenceDoor(context),
  nameFacilitatorDoor(context),
  withdrawFacilitatorDoor(context),
  openSessionDoor(context),
  postponeDoor(context),
  cancelDoor(context),
  recordSheetDoor(context),
  recordAttendanceDoor(context),
  correctAttendanceDoor(context),
  recordTestResultsDoor(context),
  correctTestResultsDoor(context),
  recordSatisfactionDoor(context),
  correctSatisfactionDoor(context),
  closeTrainingDoor(context),
  writeTrainingReportDoor(context),
  fileTrainingReportDoor(context),
  issueCertificatesDoor(context),
  withdrawCertificateDoor(context),
  listTrainingsDoor(context),
  getTrainingDoor(context),
  getReportDoor(context),
  getCertificateDoor(context),
  listCertificatesDoor(context),
  verifyCertificateDoor(context),
  recordActivityDoor(context),
  correctActivityDoor(context),
  withdrawActivityDoor(context),
  listActivitiesDoor(context),
  getActivityDoor(context),
];
