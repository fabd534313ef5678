import { z } from 'zod';
import { defineCommand } from '../../contract';
import { day, freeText, id } from '../../primitives';
import { excludedGroup, exampleIds, inclusionOutcome, ofMap } from './shapes';

const { actorMapId, actorId, exclusionId } = exampleIds;

export const flagExcludedGroup = defineCommand({
  name: 'registry.flag-excluded-group',
  summary: 'Flag a group the committee leaves out, and the actor who speaks for it where there is one',
  request: z.strictObject({
    ...ofMap,
    exclusionId: id().optional(),
    group: excludedGroup(),
    /** Which group; with OTHER alone. */
    otherGroup: freeText(200).optional(),
    actorId: id().nullable().default(null),
    on: day(),
  }),
  refusals: [
    ...['actor-map-unknown', 'actor-map-closed', 'actor-unknown', 'text-for-other-alone'],
    ...['in-the-future', 'before-mapping', 'differs-from-recorded'],
  ] as const,
  answer: z.strictObject({ exclusionId: id() }),
  example: { actorMapId, group: 'WOMEN', actorId, on: '2024-11-15' },
});

export const proposeInclusionStrategy = defineCommand({
  name: 'registry.propose-inclusion-strategy',
  summary: 'Propose how an excluded group is to be included',
  request: z.strictObject({
    ...ofMap,
    exclusionId: id(),
    strategyId: id().optional(),
    text: freeText(1_000),
    on: day(),
  }),
  refusals: [
    ...['actor-map-unknown', 'exclusion-unknown', 'actor-map-closed', 'group-no-longer-excluded'],
    ...['in-the-future', 'before-mapping', 'differs-from-recorded'],
  ] as const,
  answer: z.strictObject({ strategyId: id() }),
  example: {
    ...{ actorMapId, exclusionId, on: '2024-11-15' },
    text: 'Réserver deux sièges désignés aux organisations de femmes',
  },
});

export const reviewInclusion = defineCommand({
  name: 'registry.review-inclusion',
  summary: 'Review on a day what has become of an excluded group',
  request: z.strictObject({
    ...ofMap,
    exclusionId: id(),
    reviewedOn: day(),
    outcome: inclusionOutcome(),
    note: freeText(1_000).optional(),
  }),
  refusals: [
    ...['actor-map-unknown', 'exclusion-unknown', 'actor-map-closed', 'group-no-longer-excluded'],
    ...['in-the-future', 'before-mapping', 'differs-from-recorded'],
  ] as const,
  example: { actorMapId, exclusionId, reviewedOn: '2025-02-10', outcome: 'SEATED' },
});

export const inclusionCommands = [flagExcludedGroup, proposeInclusionStrategy, reviewInclusion] as const;
