import { z } from 'zod';
import { UNIT_TYPES } from '../../code-lists';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { placeCodeOf } from './events';

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

export const unitCommands = [registerUnit] as const;
