import { z } from 'zod';
import { certificateCode, day, digest, id, sealedText } from '../primitives';
import { defineEvent } from '../stored-event';
import {
  activity,
  certificate,
  REPORT_SECTIONS,
  satisfaction,
  sealedSections,
  session,
  sheetLine,
  TERMS_SECTIONS,
} from './shapes';

const trainingId = id();
const reason = sealedText();

/** What became of a training after it was planned. */
export const lifeEvents = [
  defineEvent('terms-of-reference-set', 1, z.strictObject({ trainingId, ...sealedSections(TERMS_SECTIONS) })),
  defineEvent('training-session-opened', 1, z.strictObject({ trainingId, ...session })),
  defineEvent('training-postponed', 1, z.strictObject({ trainingId, days: z.array(day()), reason })),
  defineEvent('training-cancelled', 1, z.strictObject({ trainingId, reason })),
  defineEvent(
    'facilitator-named',
    1,
    z.strictObject({
      trainingId,
      facilitatorId: id(),
      name: sealedText(),
      organisation: sealedText().nullable(),
    }),
  ),
  defineEvent('facilitator-withdrawn', 1, z.strictObject({ trainingId, facilitatorId: id(), reason })),
  defineEvent('training-sheet-recorded', 1, z.strictObject({ trainingId, lines: z.array(sheetLine) })),
  defineEvent('satisfaction-recorded', 1, z.strictObject({ trainingId, ...satisfaction })),
  defineEvent('satisfaction-corrected', 1, z.strictObject({ trainingId, ...satisfaction, reason })),
  /** `certificateDays`: days signed that earn a certificate. */
  defineEvent('training-closed', 1, z.strictObject({ trainingId, certificateDays: z.number().int().min(1) })),
  defineEvent(
    'training-report-written',
    1,
    z.strictObject({ trainingId, ...sealedSections(REPORT_SECTIONS) }),
  ),
  /** `reason`: why another one was filed before; null for the first. */
  defineEvent(
    'training-report-filed',
    1,
    z.strictObject({ trainingId, filedOn: day(), fingerprint: digest(), reason: reason.nullable() }),
  ),
  defineEvent('certificates-issued', 1, z.strictObject({ trainingId, certificates: z.array(certificate) })),
  defineEvent(
    'certificate-withdrawn',
    1,
    z.strictObject({ trainingId, participantId: id(), code: certificateCode(), reason }),
  ),
] as const;

/** `unitId`: where the committee was when it was recorded. */
const told = {
  activityId: id(),
  unitId: id(),
  ...activity,
  otherKind: sealedText().nullable(),
  place: sealedText().nullable(),
};

/** Every event type about a community activity. */
export const activityEvents = [
  defineEvent('activity-recorded', 1, z.strictObject(told)),
  defineEvent('activity-corrected', 1, z.strictObject({ ...told, reason })),
  defineEvent('activity-withdrawn', 1, z.strictObject({ activityId: id(), reason })),
] as const;
