import { z } from 'zod';
import { REVEAL_PURPOSES, ageBand, corps, sex, structureKind } from '../../code-lists';
import { defineCommand } from '../../contract';
import { freeText, id } from '../../primitives';
import { consentCommands } from './consents';
import { eraseParticipant, exportOwnData } from './erasing';
import { mergeParticipants } from './merging';

const personal = {
  code: freeText(40).optional(),
  firstNames: freeText(120).optional(),
  lastName: freeText(120).optional(),
  phone: freeText(40).optional(),
  neighbourhood: freeText(120).optional(),
  structure: freeText(200).optional(),
};

export const registerParticipant = defineCommand({
  name: 'registry.register-participant',
  summary: 'Register a participant; names and phone go to the vault only',
  request: z.strictObject({
    id: id().optional(),
    unitId: id(),
    ...personal,
    sex: sex(),
    ageBand: ageBand(),
    structureKind: structureKind(),
    corps: corps().nullable(),
  }),
  refusals: ['unit-unknown', 'differs-from-recorded', 'personal-data-erased', 'nothing-to-recognise-by'],
  example: {
    unitId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c11',
    code: 'BKOI-001',
    firstNames: 'Prénom',
    lastName: 'Nom',
    sex: 'F',
    ageBand: '25-29',
    structureKind: 'ORG_FEMMES',
    corps: null,
  },
});

export const correctParticipant = defineCommand({
  name: 'registry.correct-participant',
  summary: 'Correct what was recorded of a participant, with the reason',
  request: z.strictObject({
    participantId: id(),
    reason: freeText(500),
    ...personal,
    sex: sex().optional(),
    ageBand: ageBand().optional(),
    structureKind: structureKind().optional(),
    corps: corps().nullable().optional(),
  }),
  refusals: ['participant-unknown', 'personal-data-erased', 'participant-merged', 'held-by-another'],
  example: {
    participantId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13',
    reason: 'Tranche d’âge mal lue',
    ageBand: '30-35',
  },
});

export const revealParticipant = defineCommand({
  name: 'registry.reveal-participant',
  summary: 'Open the personal data of a participant for a stated purpose; the reveal is recorded',
  request: z.strictObject({ participantId: id(), purpose: z.enum(REVEAL_PURPOSES) }),
  refusals: ['participant-unknown', 'personal-data-erased', 'participant-merged', 'consent-withdrawn'],
  answer: z.strictObject({ person: z.record(z.string(), z.string()) }),
  example: { participantId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13', purpose: 'SUBJECT_REQUEST' },
});

export const participantCommands = [
  registerParticipant,
  correctParticipant,
  revealParticipant,
  ...consentCommands,
  mergeParticipants,
  eraseParticipant,
  exportOwnData,
] as const;
