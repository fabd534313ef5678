import { z } from 'zod';
import { UNIT_TYPES } from '../../code-lists';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';

const UNIT = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c11';
const OTHER = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c13';
const THIRD = '7b0c5f0a-58a1-5b7e-9d0a-0d4f0a3f1c14';

/** Every change names the day it takes effect, and the act that says so where it is known. */
const dated = { unitId: id(), effectiveOn: day(), legalAct: freeText(300).nullable().default(null) };

const ofChanges = [
  'unit-unknown',
  'unit-ended',
  'before-the-last-change',
  'too-far-ahead',
  'differs-from-recorded',
] as const;
const ofEndings = [...ofChanges, 'units-below'] as const;
const ofSuccessors = [...ofEndings, 'successor-unknown', 'successor-not-standing'] as const;

const example = {
  unitId: UNIT,
  effectiveOn: '2023-03-13',
  legalAct: 'Loi n°2023-005 du 13 mars 2023, statut particulier du District de Bamako',
};

export const renameUnit = defineCommand({
  name: 'registry.rename-unit',
  summary: 'Give a unit another name from a day on',
  request: z.strictObject({ ...dated, name: freeText(200) }),
  refusals: ofChanges,
  example: { ...example, name: 'Sixième arrondissement' },
});

export const reclassifyUnit = defineCommand({
  name: 'registry.reclassify-unit',
  summary: 'Give a unit another type from a day on',
  request: z.strictObject({ ...dated, unitType: z.enum(UNIT_TYPES) }),
  refusals: ofChanges,
  example: { ...example, unitType: 'ARRONDISSEMENT' },
});

export const moveUnit = defineCommand({
  name: 'registry.move-unit',
  summary: 'Place a unit in another one from a day on',
  request: z.strictObject({ ...dated, parentId: id() }),
  refusals: [...ofChanges, 'parent-unknown', 'parent-not-standing', 'parent-below-the-unit'],
  example: { ...example, parentId: OTHER },
});

export const splitUnit = defineCommand({
  name: 'registry.split-unit',
  summary: 'Say what registered units a unit was split into; itself among them where it goes on',
  request: z.strictObject({ ...dated, into: z.array(id()).min(1).max(50) }),
  refusals: [...ofSuccessors, 'split-into-one'],
  example: { ...example, into: [OTHER, THIRD] },
});

export const mergeUnit = defineCommand({
  name: 'registry.merge-unit',
  summary: 'Say of what registered unit a unit became a part',
  request: z.strictObject({ ...dated, into: id() }),
  refusals: [...ofSuccessors, 'merges-into-itself'],
  example: { ...example, into: OTHER },
});

export const retireUnit = defineCommand({
  name: 'registry.retire-unit',
  summary: 'End a unit that has no successor',
  request: z.strictObject(dated),
  refusals: ofEndings,
  example,
});

/** What happens to a unit on a day. */
export const datedChanges = [renameUnit, reclassifyUnit, moveUnit, splitUnit, mergeUnit, retireUnit] as const;
