import { z } from 'zod';
import { COMMITTEE_LEVELS, COMMITTEE_TEMPLATES, FREQUENCIES } from '../../code-lists';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { lifeCommands } from './life-commands';
import { presidencyCommands } from './presidency-commands';
import { seatCommands } from './seat-commands';

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
    /** Seats of this composition are defined with it; they may be revised afterwards. */
    template: z.enum(COMMITTEE_TEMPLATES).optional(),
  }),
  refusals: ['unit-unknown', 'unit-has-a-committee', 'template-not-of-this-level', 'differs-from-recorded'],
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

export const committeeCommands = [
  establishCommittee,
  installCommittee,
  ...lifeCommands,
  ...seatCommands,
  ...presidencyCommands,
] as const;
