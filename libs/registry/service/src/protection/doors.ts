import type { RegistryContext } from '../context';
import { exportNominativeDoor } from './export-nominative';
import { authoriseNominativeExportDoor, requestNominativeExportDoor } from './exports';
import { getProtectionPolicyDoor } from './get-protection-policy';
import { listReviewsDueDoor } from './list-reviews-due';
import { assessRiskDoor, setAttendanceModeDoor } from './policy';

export const protectionDoors = (context: RegistryContext) => [
  assessRiskDoor(context),
  setAttendanceModeDoor(context),
  requestNominativeExportDoor(context),
  authoriseNominativeExportDoor(context),
  exportNominativeDoor(context),
  getProtectionPolicyDoor(context),
  listReviewsDueDoor(context),
];
