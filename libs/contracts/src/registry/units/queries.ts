import { z } from 'zod';
import { UNIT_TYPES } from '../../code-lists';
import { defineQuery } from '../../contract';
import { pageOf, pageRequest } from '../../paging';
import { day, id, placeCode } from '../../primitives';
import { datedCodeOf, INFERRED_PARTS, validity } from './events';
import { getUnitGeometry, listTerritorySources } from './geometry';

const version = { unitType: z.enum(UNIT_TYPES), parentId: id().nullable(), name: z.string(), ...validity };

export const UNIT_CHANGES = ['RENAMED', 'RECLASSIFIED', 'MOVED', 'SPLIT', 'MERGED', 'RETIRED'] as const;

const unit = {
  id: id(),
  ...version,
  /** Every change it went through on whatever day, with the act behind it where one was named. */
  changes: z.array(
    z.strictObject({ change: z.enum(UNIT_CHANGES), effectiveOn: day(), legalAct: z.string().nullable() }),
  ),
  /** The codes valid on the day of the map. */
  codes: z.array(datedCodeOf()),
  /** What of it nobody printed: concluded from other sources. */
  inferred: z.array(z.enum(INFERRED_PARTS)),
};

/** The day whose map is asked for; today's when absent. */
const map = day().optional();

export const listUnits = defineQuery({
  name: 'registry.list-units',
  summary: 'Territorial units on the map of a day; those that do not exist on it are absent',
  request: z.strictObject({
    ...pageRequest,
    unitType: z.enum(UNIT_TYPES).optional(),
    parentId: id().optional(),
    code: placeCode().optional(),
    territory: id().optional(),
    map,
    /** With those that have ended by that day, as they last were: who may see a place may see what it was. */
    ended: z.literal('include').optional(),
  }),
  response: pageOf(z.strictObject(unit)).extend({ map: day() }),
});

export const getUnit = defineQuery({
  name: 'registry.get-unit',
  summary: 'One territorial unit on the map of a day, with its history; without a day, after its end too',
  request: z.strictObject({ unitId: id(), map }),
  response: z.strictObject({
    ...unit,
    map: day(),
    /** Whether it exists on that day; where not, it is shown as it last was, or first will be. */
    standing: z.boolean(),
    /** Every version, in the order of their days. */
    history: z.array(z.strictObject(version)),
    /** Every code it ever had. */
    allCodes: z.array(datedCodeOf()),
    predecessors: z.array(id()),
    successors: z.array(id()),
  }),
});

export const unitQueries = [listUnits, getUnit, getUnitGeometry, listTerritorySources] as const;
