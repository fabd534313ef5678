import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { getActorMap, listActorMaps as listContract } from '@benkan/contracts/registry';
import { dayOf } from '@benkan/kernel';
import { actorsOn, endOf, exclusionOn, type Exclusion, type KnownMap } from '@benkan/registry-domain';
import { listActorMaps, type ActorMapView } from '@benkan/registry-read-model';
import { actorMaps as aggregate } from '../aggregates';
import { maybe, type TextOf } from '../committees/shown';
import type { RegistryContext } from '../context';
import { namesFor, shownTraits } from './named';

const listed = ({ expiries: _, order: __, ...view }: ActorMapView) => ({
  ...{ id: view.id, unitId: view.unitId, version: view.version, status: view.status },
  ...{ mappedOn: view.mappedOn, basedOn: view.basedOn, publishedOn: view.publishedOn },
  ...{ supersededOn: view.supersededOn, archivedOn: view.archivedOn },
  ...{ actors: view.actors, excludedGroups: view.excludedGroups, revision: view.revision },
});

/** registry.list-actor-maps */
export const listActorMapsDoor = (context: RegistryContext) =>
  queryDoor(listContract, async ({ body: { territory: _, ...request }, unitIds }) => {
    const position = context.position();
    const { rows, next } = rowsOf(await listActorMaps(context.actorMaps.current(), { ...request, unitIds }));
    return pageAnswer(rows.map(listed), next, position);
  });

const headingOf = ({ started, status, publishedOn, supersededOn, archived }: KnownMap) => {
  const { actorMapId: id, unitId, version, mappedOn, basedOn } = started;
  return {
    ...{ id, unitId, version, status, mappedOn, basedOn },
    ...{ publishedOn, supersededOn, archivedOn: archived?.on ?? null },
  };
};

const exclusionsOn = ({ exclusions }: KnownMap, day?: string) =>
  [...exclusions].flatMap(([id, one]) => {
    const told = exclusionOn(one, day);
    return told === undefined ? [] : [{ id, told }];
  });

const textsOf = ({ otherGroup, strategies, reviews }: Exclusion) => [
  otherGroup,
  ...[...strategies.values()].map(({ text }) => text),
  ...reviews.map(({ note }) => note),
];

const exclusionShown = (id: string, told: Exclusion, textOf: TextOf) => {
  const { group, otherGroup, actorId, on: since, strategies, reviews } = told;
  return {
    ...{ id, group, otherGroup: maybe(otherGroup, textOf), actorId, since, endedOn: endOf(told) },
    strategies: [...strategies].map(([strategyId, { text, on }]) => ({
      ...{ id: strategyId, text: textOf(text), on },
    })),
    reviews: reviews.map(({ reviewedOn, outcome, note }) => ({
      ...{ reviewedOn, outcome, note: maybe(note, textOf) },
    })),
  };
};

/** registry.get-actor-map: from the map's own events, so that a caller may decide on it. */
export const getActorMapDoor = (context: RegistryContext) =>
  queryDoor(getActorMap, async ({ body: { actorMapId, on }, role, at }) => {
    const { state, revision } = await context.current(aggregate, actorMapId);
    if (state.status === 'unknown') throw unknownResource();
    const [actors, exclusions] = [actorsOn(state, on), exclusionsOn(state, on)];
    const { textOf, nameOf } = await namesFor(
      context,
      { role, today: dayOf(at) },
      actors,
      exclusions.flatMap(({ told }) => textsOf(told)),
    );
    return {
      ...{ ...headingOf(state), revision: revision.toString(), on: on ?? null },
      actors: actors.map((one) => ({
        ...{ id: one.id, ...nameOf(one), ...shownTraits(one.traits), since: one.traits.since },
      })),
      exclusions: exclusions.map(({ id, told }) => exclusionShown(id, told, textOf)),
    };
  });
