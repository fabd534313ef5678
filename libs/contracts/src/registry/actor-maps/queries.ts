import { z } from 'zod';
import { defineQuery } from '../../contract';
import { pageOf, pageRequest } from '../../paging';
import { day, id } from '../../primitives';
import { actorMapStatus, actorTraits, excludedGroup, inclusionOutcome, nameState, ofMap } from './shapes';

const heading = {
  id: id(),
  unitId: id(),
  version: z.number().int().min(1),
  status: actorMapStatus(),
  mappedOn: day(),
  basedOn: id().nullable(),
  publishedOn: day().nullable(),
  supersededOn: day().nullable(),
  archivedOn: day().nullable(),
  revision: z.string(),
};

/** `name`: null where it is withheld, « [retiré] » once it has expired. */
const named = { name: z.string().nullable(), nameState: nameState() };
const mappedActor = z.strictObject({ id: id(), ...named, ...actorTraits, since: day() });
const strategy = z.strictObject({ id: id(), text: z.string(), on: day() });
const review = z.strictObject({
  reviewedOn: day(),
  outcome: inclusionOutcome(),
  note: z.string().nullable(),
});
const exclusion = z.strictObject({
  id: id(),
  group: excludedGroup(),
  otherGroup: z.string().nullable(),
  actorId: id().nullable(),
  since: day(),
  /** The day of the review that found the group no longer excluded. */
  endedOn: day().nullable(),
  strategies: z.array(strategy),
  reviews: z.array(review),
});

export const listActorMaps = defineQuery({
  name: 'registry.list-actor-maps',
  summary: 'Actor maps of the communes, by unit and version',
  request: z.strictObject({
    ...pageRequest,
    unitId: id().optional(),
    status: actorMapStatus().optional(),
    territory: id().optional(),
  }),
  response: pageOf(
    z.strictObject({
      ...heading,
      /** Actors on the map now. */
      actors: z.number().int().min(0),
      /** Groups still excluded. */
      excludedGroups: z.number().int().min(0),
    }),
  ),
});

/** Read from the map's own events, never from a view that may lag. */
export const getActorMap = defineQuery({
  name: 'registry.get-actor-map',
  summary: 'One actor map as it stands, or as it stood on a day by the days of its facts',
  request: z.strictObject({ ...ofMap, on: day().optional() }),
  response: z.strictObject({
    ...heading,
    /** The day it is shown for; null: with all that was said. */
    on: day().nullable(),
    actors: z.array(mappedActor),
    exclusions: z.array(exclusion),
  }),
});

/** The events that brought a difference about, oldest first. */
const because = { eventIds: z.array(id()) };
const value = z.union([z.string(), z.number(), z.boolean()]).nullable();
const shownActor = z.strictObject({ id: id(), ...named, ...actorTraits, ...because });
const shownGroup = z.strictObject({
  exclusionId: id(),
  group: excludedGroup(),
  otherGroup: z.string().nullable(),
  actorId: id().nullable(),
  ...because,
});

/** Between the map published on one day and the one published on another. */
export const compareActorMaps = defineQuery({
  name: 'registry.compare-actor-maps',
  summary: 'What changed between the actor maps a unit had published on two days',
  request: z.strictObject({ territory: id(), from: day(), to: day() }),
  response: z.strictObject({
    unitId: id(),
    from: day(),
    to: day(),
    /** The map published on each day; null where there was none. */
    fromMapId: id().nullable(),
    toMapId: id().nullable(),
    added: z.array(shownActor),
    removed: z.array(shownActor),
    changed: z.array(
      z.strictObject({
        id: id(),
        ...named,
        /** A name that is withheld or expired is null on both sides. */
        changes: z.array(z.strictObject({ field: z.string(), old: value, new: value })),
        ...because,
      }),
    ),
    newlyExcluded: z.array(shownGroup),
    noLongerExcluded: z.array(shownGroup),
    newStrategies: z.array(strategy.extend({ exclusionId: id(), ...because })),
  }),
});

export const actorMapQueries = [listActorMaps, compareActorMaps, getActorMap] as const;
