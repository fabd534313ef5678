import { z } from 'zod';
import {
  COMMITTEE_LEVELS,
  FREQUENCIES,
  REVEAL_PURPOSES,
  UNIT_TYPES,
  ageBand,
  corps,
  sex,
  structureKind,
} from '../code-lists';
import { defineCommand } from '../contract';
import { day, freeText, id } from '../primitives';
import { placeCodeOf } from './events';

const personal = {
  code: freeText(40).optional(),
  firstNames: freeText(120).optional(),
  lastName: freeText(120).optional(),
  phone: freeText(40).optional(),
  neighbourhood: freeText(120).optional(),
  structure: freeText(200).optional(),
};

export const registerUnit = defineCommand({
  name: 'registry.register-unit',
  summary: 'Register a territorial unit with its codes',
  request: z.strictObject({
    id: id().optional(),
    unitType: z.enum(UNIT_TYPES),
    parentId: id().nullable(),
    name: freeText(200),
    codes: z.array(placeCodeOf()).max(20),
    validFrom: day().nullable(),
  }),
  refusals: ['differs-from-recorded', 'parent-unknown'],
  example: {
    unitType: 'COMMUNE',
    parentId: null,
    name: 'Commune I',
    codes: [{ system: 'HDX_COD', edition: '2015', code: 'ML090101' }],
    validFrom: null,
  },
});

export const establishCommittee = defineCommand({
  name: 'registry.establish-committee',
  summary: 'Establish the committee of a unit under a legal act',
  request: z.strictObject({
    id: id().optional(),
    unitId: id(),
    level: z.enum(COMMITTEE_LEVELS),
    name: freeText(200),
    legalAct: freeText(300),
    frequency: z.enum(FREQUENCIES).default('UNKNOWN'),
  }),
  refusals: ['unit-unknown', 'unit-has-a-committee', 'differs-from-recorded'],
  example: {
    unitId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c11',
    level: 'COMMUNE',
    name: 'CCS-C de la Commune I du District de Bamako',
    legalAct: 'Décret n°2019-0041/PM-RM',
    frequency: 'MONTHLY',
  },
});

export const installCommittee = defineCommand({
  name: 'registry.install-committee',
  summary: 'Record the day a committee was installed',
  request: z.strictObject({ committeeId: id(), installedOn: day() }),
  refusals: ['committee-unknown', 'installed-in-the-future', 'differs-from-recorded'],
  example: { committeeId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c12', installedOn: '2023-12-07' },
});

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
  refusals: ['participant-unknown', 'personal-data-erased', 'held-by-another'],
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
  refusals: ['participant-unknown', 'personal-data-erased'],
  answer: z.strictObject({ person: z.record(z.string(), z.string()) }),
  example: { participantId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13', purpose: 'SUBJECT_REQUEST' },
});

export const commands = [
  registerUnit,
  establishCommittee,
  installCommittee,
  registerParticipant,
  correctParticipant,
  revealParticipant,
] as const;
