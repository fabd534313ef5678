import { queryDoor, unknownResource } from '@benkan/doors';
import { compareActorMaps } from '@benkan/contracts/registry';
import { streamOf } from '@benkan/event-store';
import { dayOf } from '@benkan/kernel';
import { Fault } from '@benkan/messaging';
import {
  differenceBetween,
  wasPublishedOn,
  type ActorMapFact,
  type KnownMap,
  type RecordedFact,
} from '@benkan/registry-domain';
import { actorMaps } from '../aggregates';
import type { RegistryContext } from '../context';
import { differenceShown } from './difference-shown';
import { mapIdsOf } from './keys';

const mapsOf = async (context: RegistryContext, unitId: string): Promise<readonly KnownMap[]> => {
  const states = await Promise.all(
    (await mapIdsOf(context, unitId)).map(async (id) => (await context.current(actorMaps, id)).state),
  );
  return states.flatMap((state) => (state.status === 'unknown' ? [] : [state]));
};

const versionOf = (metadata: unknown): unknown =>
  typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'schemaVersion') : undefined;

const factsOf = async ({ store }: RegistryContext, id: string): Promise<readonly RecordedFact[]> => {
  const facts: RecordedFact[] = [];
  for await (const event of store.read(streamOf(actorMaps, id))) {
    const decoded = actorMaps.read(event.type, Number(versionOf(event.metadata)), event.data);
    if (decoded.kind === 'fact') facts.push({ eventId: event.id, fact: decoded.fact });
  }
  return facts;
};

const CLOSINGS: readonly ActorMapFact['type'][] = ['actor-map-superseded', 'actor-map-archived'];

/** What was said between two maps: all of the later ones, and how the earlier one came to its end. */
const historyBetween = async (
  context: RegistryContext,
  maps: readonly KnownMap[],
  [before, after]: readonly [KnownMap | undefined, KnownMap | undefined],
): Promise<readonly RecordedFact[]> => {
  if (before === after) return [];
  const [first, last] = [before?.started.version ?? 0, after?.started.version ?? Infinity];
  const between = maps.filter(({ started: { version } }) => version >= first && version <= last);
  const told = await Promise.all(
    between.map(async ({ started: { actorMapId } }) => {
      const facts = await factsOf(context, actorMapId);
      const isEarlier = actorMapId === before?.started.actorMapId;
      return isEarlier ? facts.filter(({ fact: { type } }) => CLOSINGS.includes(type)) : facts;
    }),
  );
  return told.flat();
};

/** registry.compare-actor-maps: from the maps' own events. */
export const compareActorMapsDoor = (context: RegistryContext) =>
  queryDoor(compareActorMaps, async ({ body: { territory: unitId, from, to }, role, at }) => {
    if (!(await context.unitKnown(unitId))) throw unknownResource();
    if (to < from)
      throw new Fault('malformed', 'the days are the wrong way round', [
        { pointer: '/to', code: 'before-from', detail: 'the second day is not before the first' },
      ]);
    const maps = await mapsOf(context, unitId);
    const publishedOn = (day: string) => maps.findLast((map) => wasPublishedOn(map, day));
    const [before, after] = [publishedOn(from), publishedOn(to)];
    const history = await historyBetween(context, maps, [before, after]);
    const shown = await differenceShown(
      context,
      { role, today: dayOf(at) },
      differenceBetween(before, after, history),
    );
    return {
      ...{ unitId, from, to },
      fromMapId: before?.started.actorMapId ?? null,
      toMapId: after?.started.actorMapId ?? null,
      ...shown,
    };
  });
