import { z } from 'zod';
import { UNIT_TYPES } from '../../code-lists';
import { defineQuery } from '../../contract';
import { day, id } from '../../primitives';

const source = z.strictObject({
  key: z.string(),
  title: z.string(),
  /** What an answer that shows it must say. */
  attribution: z.string(),
  licence: z.string(),
  edition: z.string(),
  address: z.string().nullable(),
  note: z.string().nullable(),
});

export const listTerritorySources = defineQuery({
  name: 'registry.list-territory-sources',
  summary: 'Where the reference territory comes from, with licence and attribution',
  request: z.strictObject({}),
  response: z.strictObject({
    items: z.array(source),
    /** The edition of the reference territory, and whether all of it is registered: it is loaded in the background. */
    reference: z.strictObject({ edition: z.string(), loaded: z.boolean() }),
  }),
});

// longitude, latitude in degrees (WGS 84)
const point = z.array(z.number());
const ring = z.array(point);
const geometry = z.union([
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
]);

const feature = z.strictObject({
  type: z.literal('Feature'),
  id: id(),
  geometry,
  properties: z.strictObject({
    name: z.string(),
    unitType: z.enum(UNIT_TYPES),
    parentId: id().nullable(),
    /** The unit asked for, or one of its children. */
    role: z.enum(['unit', 'child']),
    /** The administrative frame the limits were drawn in. */
    frame: z.string(),
    /** Rebuilt by inference from an older frame. */
    approximate: z.boolean(),
    limits: z.literal('indicative'),
  }),
});

export const getUnitGeometry = defineQuery({
  name: 'registry.get-unit-geometry',
  summary: 'Indicative limits of a unit and its children on the map of a day, as GeoJSON (RFC 7946)',
  request: z.strictObject({ unitId: id(), map: day().optional() }),
  response: z.strictObject({
    type: z.literal('FeatureCollection'),
    features: z.array(feature),
    /** Always says that the limits are indicative. */
    notice: z.string(),
    attribution: z.array(z.string()),
    licence: z.string(),
    edition: z.string(),
    map: day(),
    /** Says so where no limits are known. */
    note: z.string().nullable(),
  }),
});
