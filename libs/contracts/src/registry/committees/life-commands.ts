import { z } from 'zod';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { frequency, quorum, suspensionReason } from './shapes';

const committeeId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';

export const adoptRules = defineCommand({
  name: 'registry.adopt-rules',
  summary: 'Record the rules a committee adopted; what is unknown stays unknown and blocks nothing',
  request: z.strictObject({
    committeeId: id(),
    frequency: frequency().default('UNKNOWN'),
    quorum: quorum().nullable().default(null),
    source: freeText(300).optional(),
    adoptedOn: day(),
  }),
  refusals: ['committee-unknown', 'in-the-future', 'quorum-above-one', 'differs-from-recorded'],
  example: {
    ...{ committeeId, frequency: 'MONTHLY', quorum: { kind: 'SHARE', numerator: 1, denominator: 2 } },
    ...{ source: 'Règlement intérieur du 15 janvier 2024', adoptedOn: '2024-01-15' },
  },
});

export const suspendCommittee = defineCommand({
  name: 'registry.suspend-committee',
  summary: 'Suspend an installed committee from a day on',
  request: z.strictObject({
    committeeId: id(),
    since: day(),
    reason: suspensionReason(),
    note: freeText(500).optional(),
  }),
  refusals: [
    'committee-unknown',
    'committee-not-installed',
    'in-the-future',
    'before-it-began',
    'already-suspended',
    'differs-from-recorded',
  ],
  example: { committeeId, since: '2024-06-01', reason: 'INSECURITY' },
});

export const reactivateCommittee = defineCommand({
  name: 'registry.reactivate-committee',
  summary: 'End the suspension of a committee',
  request: z.strictObject({ committeeId: id(), since: day(), note: freeText(500).optional() }),
  refusals: ['committee-unknown', 'in-the-future', 'not-suspended'],
  example: { committeeId, since: '2024-09-01' },
});

export const transferCommittee = defineCommand({
  name: 'registry.transfer-committee',
  summary: 'Transfer a committee to another unit; it keeps its id and its history',
  request: z.strictObject({
    committeeId: id(),
    unitId: id(),
    transferredOn: day(),
    legalAct: freeText(300),
  }),
  refusals: [
    'committee-unknown',
    'unit-unknown',
    'unit-has-a-committee',
    'in-the-future',
    'before-the-last-transfer',
    'differs-from-recorded',
  ],
  example: {
    ...{ committeeId, unitId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c11', transferredOn: '2023-03-13' },
    legalAct: 'Loi n°2023-005 du 13 mars 2023',
  },
});

export const lifeCommands = [adoptRules, suspendCommittee, reactivateCommittee, transferCommittee] as const;
