import { z } from 'zod';
import { UNIT_TYPES } from '../../code-lists';
import { defineQuery } from '../../contract';
import { pageOf, pageRequest } from '../../paging';
import { day, id, placeCode } from '../../primitives';
import { placeCodeOf } from './events';

const unit = z.strictObject({
  id: id(),
  unitType: z.enum(UNIT_TYPES),
  parentId: id().nullable(),
  name: z.string(),
  codes: z.array(placeCodeOf()),
  validFrom: day().nullable(),
});

export const listUnits = defineQuery({
  name: 'registry.list-units',
  summary: 'Territorial units',
  request: z.strictObject({
    ...pageRequest,
    unitType: z.enum(UNIT_TYPES).optional(),
    parentId: id().optional(),
    code: placeCode().optional(),
    territory: id().optional(),
  }),
  response: pageOf(unit),
});

export const getUnit = defineQuery({
  name: 'registry.get-unit',
  summary: 'One territorial unit',
  request: z.strictObject({ unitId: id() }),
  response: unit,
});

export const unitQueries = [listUnits, getUnit] as const;
