import { z } from 'zod';
import { COMMITTEE_TEMPLATES } from '../../code-lists';
import { day, id, sealedText } from '../../primitives';
import { defineEvent } from '../../stored-event';
import { bureauRole, capacity, frequency, quorum, suspensionReason } from './shapes';

/** Every event type about the rules, the presidency and the working of a committee. */
export const lifeEvents = [
  defineEvent(
    'committee-template-applied',
    1,
    z.strictObject({ committeeId: id(), template: z.enum(COMMITTEE_TEMPLATES) }),
  ),
  defineEvent(
    'rules-adopted',
    1,
    z.strictObject({
      committeeId: id(),
      frequency: frequency(),
      quorum: quorum().nullable(),
      source: sealedText().nullable(),
      adoptedOn: day(),
    }),
  ),
  defineEvent(
    'president-designated',
    1,
    z.strictObject({
      committeeId: id(),
      capacity: capacity(),
      participantId: id().nullable(),
      legalAct: sealedText().nullable(),
      since: day(),
    }),
  ),
  defineEvent(
    'presidency-vacated',
    1,
    z.strictObject({ committeeId: id(), since: day(), note: sealedText().nullable() }),
  ),
  defineEvent(
    'bureau-member-named',
    1,
    z.strictObject({ committeeId: id(), role: bureauRole(), seatId: id(), since: day() }),
  ),
  defineEvent(
    'bureau-role-ended',
    1,
    z.strictObject({ committeeId: id(), role: bureauRole(), endedOn: day() }),
  ),
  defineEvent(
    'working-commission-created',
    1,
    z.strictObject({ committeeId: id(), commissionId: id(), theme: sealedText(), createdOn: day() }),
  ),
  defineEvent(
    'working-commission-closed',
    1,
    z.strictObject({ committeeId: id(), commissionId: id(), closedOn: day() }),
  ),
  defineEvent(
    'committee-suspended',
    1,
    z.strictObject({
      committeeId: id(),
      since: day(),
      reason: suspensionReason(),
      note: sealedText().nullable(),
    }),
  ),
  defineEvent(
    'committee-reactivated',
    1,
    z.strictObject({ committeeId: id(), since: day(), note: sealedText().nullable() }),
  ),
  defineEvent(
    'committee-transferred',
    1,
    z.strictObject({ committeeId: id(), unitId: id(), transferredOn: day(), legalAct: sealedText() }),
  ),
] as const;
