import { z } from 'zod';
import { accessEvents } from '../access-records';
import { YOUTH_DEFINITIONS } from '../code-lists';
import { defineQuery } from '../contract';
import { asOf } from '../paging';
import { day, id, position } from '../primitives';
import { listAccessRecords } from './access-records';
import { getStatutoryClock, listStatutoryClocks } from './statutory-clock';

export * from './access-records';
export * from './statutory-clock';

import { listEvents } from './public-events';

export * from './public-events';

export const INDICATOR_CODES = [
  'IND-01',
  'IND-02',
  'IND-03',
  'IND-04',
  'IND-05',
  'IND-06',
  'IND-12',
  'IND-14',
  'IND-20',
] as const;
export const TERRITORY_LEVELS = ['COUNTRY', 'REGION', 'COMMUNE'] as const;

/**
 * One figure of one territory. A share is always given as numerator over denominator, never averaged;
 * `value` is their quotient (or the mean gain for IND-20), null where nothing can be divided.
 */
export const indicatorItem = z.strictObject({
  code: z.enum(INDICATOR_CODES),
  name: z.strictObject({ fr: z.string(), en: z.string() }),
  territory: z.strictObject({
    id: id(),
    code: z.string(),
    name: z.string(),
    level: z.enum(TERRITORY_LEVELS),
  }),
  numerator: z.number(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  unit: z.enum(['people', 'share', 'count', 'mean-gain']),
  /** How many of the denominator carry no answer to the question asked. */
  notReported: z.number().int(),
  youthDefinition: z.enum(YOUTH_DEFINITIONS).nullable(),
  /** Companion figures, e.g. `completed` and `participations` of IND-03, `pairs` of IND-20. */
  details: z.record(z.string(), z.number()),
  definitionVersion: z.number().int(),
});
export type IndicatorItem = z.infer<typeof indicatorItem>;

export const getIndicators = defineQuery({
  name: 'analytics.get-indicators',
  summary: 'Indicators of a window of days, for the country, each région and each commune with activity',
  request: z.strictObject({
    from: day(),
    to: day(),
    territory: id().optional(),
    level: z.enum(TERRITORY_LEVELS).optional(),
    code: z.enum(INDICATOR_CODES).optional(),
    youth: z.enum(YOUTH_DEFINITIONS).default('15-35'),
    /** A position, or a day: what had been recorded by then. */
    asOf: z.union([day(), position()]).optional(),
    /** The day whose map of the territory the figures are given on; today's when absent. */
    map: day().optional(),
  }),
  response: z.strictObject({
    items: z.array(indicatorItem),
    window: z.strictObject({ from: day(), to: day() }),
    asOf: asOf().extend({ day: day().nullable() }),
    map: day(),
  }),
});

export const commands = [] as const;
export const queries = [
  getIndicators,
  listEvents,
  listAccessRecords,
  getStatutoryClock,
  listStatutoryClocks,
] as const;
export const storedEvents = accessEvents;
