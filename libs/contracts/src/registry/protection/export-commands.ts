import { z } from 'zod';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { quality, seatCategory } from '../committees/shapes';
import { exportPurpose } from './shapes';

const committeeId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';
const exportId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c51';

export const requestNominativeExport = defineCommand({
  name: 'registry.request-nominative-export',
  summary: 'Ask for the names of a committee to be given to a recipient, for a purpose',
  request: z.strictObject({
    committeeId: id(),
    exportId: id().optional(),
    purpose: exportPurpose(),
    recipient: freeText(300),
    /** The last day the names may be given; at most 30 days from today. */
    expiresOn: day(),
  }),
  refusals: ['committee-unknown', 'expiry-is-past', 'expires-too-late', 'differs-from-recorded'],
  answer: z.strictObject({ exportId: id() }),
  example: {
    ...{ committeeId, purpose: 'TRAVEL_OR_ALLOWANCE', expiresOn: '2024-11-30' },
    recipient: 'Service financier du projet',
  },
});

export const authoriseNominativeExport = defineCommand({
  name: 'registry.authorise-nominative-export',
  summary: 'Authorise a nominative export somebody else asked for',
  request: z.strictObject({ committeeId: id(), exportId: id() }),
  refusals: ['committee-unknown', 'export-unknown', 'export-expired', 'approver-is-requester'],
  example: { committeeId, exportId },
});

export const exportNominative = defineCommand({
  name: 'registry.export-nominative',
  summary: 'The names of those who sit on a committee, once authorised; every use is recorded first',
  request: z.strictObject({ committeeId: id(), exportId: id() }),
  refusals: ['committee-unknown', 'export-unknown', 'export-not-authorised', 'export-expired'],
  answer: z.strictObject({
    /** Empty when the same key is sent again: nobody is shown twice for one fact. */
    people: z.array(
      z.strictObject({
        participantId: id(),
        /** Absent where the person presides without a seat. */
        seat: z.strictObject({ category: seatCategory(), quality: quality() }).nullable(),
        firstNames: z.string().nullable(),
        lastName: z.string().nullable(),
      }),
    ),
    /** Those left out: erased, or who withdrew from nominative exports. */
    withheld: z.number().int().min(0),
  }),
  example: { committeeId, exportId },
});

export const exportCommands = [requestNominativeExport, authoriseNominativeExport, exportNominative] as const;
