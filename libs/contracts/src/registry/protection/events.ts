import { z } from 'zod';
import { day, digest, id, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';
import { attendanceMode, exportPurpose, riskLevel } from './shapes';

/** Every event type about the protection of a committee's people. */
export const protectionEvents = [
  defineEvent(
    'risk-assessed',
    1,
    z.strictObject({
      committeeId: id(),
      level: riskLevel(),
      reasons: sealedText(),
      assessedOn: day(),
      reviewOn: day(),
    }),
  ),
  /** `setOn`: the day it was decided, which a later loosening is measured against. */
  defineEvent(
    'attendance-mode-set',
    1,
    z.strictObject({
      committeeId: id(),
      mode: attendanceMode(),
      since: day(),
      setOn: day(),
      reason: sealedText(),
    }),
  ),
  defineEvent(
    'nominative-export-requested',
    1,
    z.strictObject({
      committeeId: id(),
      exportId: id(),
      purpose: exportPurpose(),
      recipient: sealedText(),
      expiresOn: day(),
      requestedBy: digest(),
    }),
  ),
  defineEvent(
    'nominative-export-authorised',
    1,
    z.strictObject({ committeeId: id(), exportId: id(), authorisedBy: digest() }),
  ),
  /** Who was named to whom; the names stay in the vault. */
  defineEvent(
    'nominative-export-made',
    1,
    z.strictObject({ committeeId: id(), exportId: id(), to: digest(), participantIds: z.array(id()) }),
  ),
] as const;
