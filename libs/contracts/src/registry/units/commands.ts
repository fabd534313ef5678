import { z } from 'zod';
import { UNIT_TYPES } from '../../code-lists';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { datedChanges } from './changes';
import { datedCodeOf, INFERRED_PARTS, placeCodeOf } from './events';

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
    /** The units it takes the place of. */
    predecessors: z.array(id()).max(50).default([]),
    /** What of it nobody printed: concluded from other sources. */
    inferred: z.array(z.enum(INFERRED_PARTS)).max(2).default([]),
  }),
  refusals: [
    'differs-from-recorded',
    'parent-unknown',
    'parent-not-standing',
    'predecessor-unknown',
    'has-another-code',
    'code-held-by-another',
  ],
  example: {
    unitType: 'COMMUNE',
    parentId: null,
    name: 'Commune I',
    codes: [{ system: 'HDX_COD', edition: '2015', code: 'ML090101' }],
    validFrom: null,
  },
});

export const assignCode = defineCommand({
  name: 'registry.assign-code',
  summary: 'Give a unit a code of one edition of a code system, or say until when it was valid',
  request: datedCodeOf().extend({
    unitId: id(),
    validFrom: day().nullable().default(null),
    validTo: day().nullable().default(null),
  }),
  refusals: [
    'unit-unknown',
    'unit-ended',
    'validity-ends-before-it-begins',
    'has-another-code',
    'code-held-by-another',
    'differs-from-recorded',
  ],
  example: {
    unitId: '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c11',
    system: 'LOI_2023_006',
    edition: '2023',
    code: '06',
    validFrom: '2023-03-13',
    validTo: null,
  },
});

export const unitCommands = [registerUnit, assignCode, ...datedChanges] as const;
