import { z } from 'zod';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { actorCommands } from './actor-commands';
import { inclusionCommands } from './inclusion-commands';
import { exampleIds, ofMap } from './shapes';

const { unitId, actorMapId } = exampleIds;

export const startMapping = defineCommand({
  name: 'registry.start-mapping',
  summary: 'Start a new version of the actor map of a commune, from nothing or from an earlier one',
  request: z.strictObject({
    id: id().optional(),
    unitId: id(),
    mappedOn: day(),
    /** An earlier map of the unit: its actors, the groups still excluded and their strategies are taken over. */
    basedOn: id().nullable().default(null),
  }),
  refusals: [
    ...['unit-unknown', 'unit-not-a-commune', 'unit-has-a-draft', 'in-the-future'],
    ...['base-not-of-this-unit', 'before-base', 'differs-from-recorded'],
  ] as const,
  answer: z.strictObject({ version: z.number().int().min(1) }),
  example: { unitId, mappedOn: '2024-11-15' },
});

export const publishMap = defineCommand({
  name: 'registry.publish-map',
  summary: 'Publish an open map; the one published before is superseded',
  request: z.strictObject({ ...ofMap, on: day() }),
  refusals: [
    ...['actor-map-unknown', 'actor-map-closed', 'map-without-actors', 'in-the-future'],
    ...['before-last-fact', 'differs-from-recorded'],
  ] as const,
  example: { actorMapId, on: '2024-11-20' },
});

export const archiveMap = defineCommand({
  name: 'registry.archive-map',
  summary: 'Archive an open or a published map, with the reason',
  request: z.strictObject({ ...ofMap, on: day(), reason: freeText(500) }),
  refusals: [
    ...['actor-map-unknown', 'actor-map-closed', 'in-the-future', 'before-last-fact'],
    'differs-from-recorded',
  ] as const,
  example: { actorMapId, on: '2025-06-30', reason: 'Cartographie abandonnée, à refaire sur place' },
});

export const actorMapCommands = [
  startMapping,
  ...actorCommands,
  ...inclusionCommands,
  publishMap,
  archiveMap,
] as const;
