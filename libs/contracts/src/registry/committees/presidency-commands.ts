import { z } from 'zod';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { bureauRole, capacity } from './shapes';

const committeeId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';
const seatId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c21';
const commissionId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c41';

export const designatePresident = defineCommand({
  name: 'registry.designate-president',
  summary: 'Record who presides a committee, in which capacity and since when',
  request: z.strictObject({
    committeeId: id(),
    capacity: capacity(),
    participantId: id().nullable().default(null),
    legalAct: freeText(300).optional(),
    since: day(),
  }),
  refusals: [
    'committee-unknown',
    'participant-unknown',
    'in-the-future',
    'capacity-not-of-this-level',
    'person-has-a-seat',
    'differs-from-recorded',
  ],
  example: { committeeId, capacity: 'PRESIDENT_DELEGATION_SPECIALE', since: '2023-11-22' },
});

export const declarePresidencyVacant = defineCommand({
  name: 'registry.declare-presidency-vacant',
  summary: 'Record that nobody presides a committee any more',
  request: z.strictObject({ committeeId: id(), since: day(), note: freeText(500).optional() }),
  refusals: ['committee-unknown', 'in-the-future', 'presidency-already-vacant', 'differs-from-recorded'],
  example: { committeeId, since: '2024-12-20', note: 'Conseil communal dissous' },
});

export const nameBureauMember = defineCommand({
  name: 'registry.name-bureau-member',
  summary: 'Name the seat that holds a role of the bureau',
  request: z.strictObject({ committeeId: id(), role: bureauRole(), seatId: id(), since: day() }),
  refusals: ['committee-unknown', 'seat-unknown', 'seat-ended', 'in-the-future', 'differs-from-recorded'],
  example: { committeeId, role: 'SECRETARY', seatId, since: '2023-12-07' },
});

export const endBureauRole = defineCommand({
  name: 'registry.end-bureau-role',
  summary: 'Record that nobody holds a role of the bureau any more',
  request: z.strictObject({ committeeId: id(), role: bureauRole(), endedOn: day() }),
  refusals: ['committee-unknown', 'in-the-future', 'bureau-role-not-held'],
  example: { committeeId, role: 'RAPPORTEUR', endedOn: '2024-11-30' },
});

export const createWorkingCommission = defineCommand({
  name: 'registry.create-working-commission',
  summary: 'Create a working commission on a theme',
  request: z.strictObject({
    committeeId: id(),
    commissionId: id().optional(),
    theme: freeText(200),
    createdOn: day(),
  }),
  refusals: ['committee-unknown', 'in-the-future', 'differs-from-recorded'],
  answer: z.strictObject({ commissionId: id() }),
  example: { committeeId, theme: 'Éclairage public et marchés', createdOn: '2024-02-15' },
});

export const closeWorkingCommission = defineCommand({
  name: 'registry.close-working-commission',
  summary: 'Close a working commission',
  request: z.strictObject({ committeeId: id(), commissionId: id(), closedOn: day() }),
  refusals: [
    'committee-unknown',
    'commission-unknown',
    'in-the-future',
    'before-it-began',
    'differs-from-recorded',
  ],
  example: { committeeId, commissionId, closedOn: '2024-12-31' },
});

export const presidencyCommands = [
  designatePresident,
  declarePresidencyVacant,
  nameBureauMember,
  endBureauRole,
  createWorkingCommission,
  closeWorkingCommission,
] as const;
