import { z } from 'zod';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { endReason, quality, seatBasis, seatCategory } from './shapes';

const committeeId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12';
const seatId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c21';
const membershipId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c31';
const participantId = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13';

const seat = {
  category: seatCategory(),
  label: freeText(200),
  basis: seatBasis(),
  alternatesAllowed: z.boolean().default(true),
};
const legalAct = freeText(300);
const ofMembership = z.strictObject({ membershipId: id() });

export const defineSeat = defineCommand({
  name: 'registry.define-seat',
  summary: 'Define a seat of a committee',
  request: z.strictObject({
    committeeId: id(),
    seatId: id().optional(),
    ...seat,
    /** From the beginning of the committee when absent. */
    definedOn: day().nullable().default(null),
  }),
  refusals: ['committee-unknown', 'in-the-future', 'differs-from-recorded'],
  answer: z.strictObject({ seatId: id() }),
  example: { committeeId, category: 'ORG_FEMMES', label: 'Représentante de la CAFO', basis: 'DESIGNATED' },
});

export const reviseSeat = defineCommand({
  name: 'registry.revise-seat',
  summary: 'Say anew what a seat is, with the reason',
  request: z.strictObject({ committeeId: id(), seatId: id(), ...seat, reason: freeText(500) }),
  refusals: ['committee-unknown', 'seat-unknown', 'seat-ended', 'seat-has-an-alternate'],
  example: {
    ...{ committeeId, seatId, category: 'ORG_JEUNES', label: 'Représentant du CNJ communal' },
    ...{ basis: 'DESIGNATED', reason: 'Libellé précisé par l’arrêté' },
  },
});

export const endSeat = defineCommand({
  name: 'registry.end-seat',
  summary: 'End a seat nobody holds any more',
  request: z.strictObject({
    committeeId: id(),
    seatId: id(),
    endedOn: day(),
    note: freeText(500).optional(),
  }),
  refusals: [
    'committee-unknown',
    'seat-unknown',
    'in-the-future',
    'before-it-began',
    'seat-is-held',
    'differs-from-recorded',
  ],
  example: { committeeId, seatId, endedOn: '2024-12-31' },
});

export const designateMember = defineCommand({
  name: 'registry.designate-member',
  summary: 'Designate a participant to a seat, as holder or alternate',
  request: z.strictObject({
    committeeId: id(),
    membershipId: id().optional(),
    seatId: id(),
    participantId: id(),
    quality: quality().default('HOLDER'),
    from: day(),
    termEndsOn: day().nullable().default(null),
    legalAct,
  }),
  refusals: [
    'committee-unknown',
    'seat-unknown',
    'participant-unknown',
    'in-the-future',
    'term-ends-before-it-begins',
    'seat-ended',
    'alternates-not-allowed',
    'seat-is-held',
    'seat-has-an-alternate',
    'person-has-a-seat',
    'differs-from-recorded',
  ],
  answer: ofMembership,
  example: {
    ...{ committeeId, seatId, participantId, quality: 'HOLDER', from: '2023-12-07' },
    legalAct: 'Décision n°2023-118/M-CI du 4 décembre 2023',
  },
});

export const replaceMember = defineCommand({
  name: 'registry.replace-member',
  summary: 'End a membership and designate another participant to its seat the same day',
  request: z.strictObject({
    committeeId: id(),
    membershipId: id(),
    participantId: id(),
    newMembershipId: id().optional(),
    from: day(),
    termEndsOn: day().nullable().default(null),
    legalAct,
    reason: endReason().default('REPLACED'),
    note: freeText(500).optional(),
  }),
  refusals: [
    'committee-unknown',
    'membership-unknown',
    'participant-unknown',
    'in-the-future',
    'before-it-began',
    'term-ends-before-it-begins',
    'seat-unknown',
    'seat-ended',
    'alternates-not-allowed',
    'seat-is-held',
    'seat-has-an-alternate',
    'person-has-a-seat',
    'differs-from-recorded',
  ],
  answer: ofMembership,
  example: {
    ...{ committeeId, membershipId, participantId, from: '2024-09-02' },
    legalAct: 'Décision n°2024-061/M-CI du 30 août 2024',
  },
});

export const endMembership = defineCommand({
  name: 'registry.end-membership',
  summary: 'End a membership, with the reason',
  request: z.strictObject({
    committeeId: id(),
    membershipId: id(),
    endedOn: day(),
    reason: endReason(),
    note: freeText(500).optional(),
  }),
  refusals: [
    'committee-unknown',
    'membership-unknown',
    'in-the-future',
    'before-it-began',
    'differs-from-recorded',
  ],
  example: { committeeId, membershipId, endedOn: '2024-08-31', reason: 'POSTED_ELSEWHERE' },
});

export const seatCommands = [
  defineSeat,
  reviseSeat,
  endSeat,
  designateMember,
  replaceMember,
  endMembership,
] as const;
