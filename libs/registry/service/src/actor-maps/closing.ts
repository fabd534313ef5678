import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { archiveMap as archiveContract, publishMap as publishContract } from '@benkan/contracts/registry';
import { release, StoreUnavailable, type CommandHeader } from '@benkan/event-store';
import { derivedId } from '@benkan/messaging';
import { archiveMap, publishMap, supersedeMap, type KnownMap } from '@benkan/registry-domain';
import { actorMaps } from '../aggregates';
import type { RegistryContext } from '../context';
import { draftKey, mapIdsOf } from './keys';

/** The map published until now gives way; it keeps all it said. Answers with the position of the last fact. */
const supersedeEarlier = async (
  { store, vault, current, handle }: RegistryContext,
  { started: { actorMapId: by, unitId, version }, publishedOn }: KnownMap,
  header: CommandHeader,
): Promise<bigint> => {
  let position = 0n;
  if (publishedOn === null) return position;
  for (const earlier of (await mapIdsOf({ store, vault }, unitId)).slice(0, version - 1)) {
    const { state } = await current(actorMaps, earlier);
    if (state.status !== 'PUBLISHED') continue;
    const told = await handle({
      aggregate: actorMaps,
      id: earlier,
      header: {
        ...header,
        commandId: derivedId('supersede', header.commandId, earlier),
        causationId: header.commandId,
      },
      decide: (now) => supersedeMap({ actorMapId: earlier, by, on: publishedOn }, now),
    });
    // said again under the same key, the command goes on where it stopped
    if (told.kind === 'fault') throw new StoreUnavailable(told.detail);
    if (told.kind === 'recorded' && told.position > position) position = told.position;
  }
  return position;
};

/** registry.publish-map: the fact, then the earlier map gives way, then the unit is free for the next draft. */
export const publishMapDoor = (context: RegistryContext) =>
  commandDoor(publishContract, async (asked) => {
    const { store, vault, handle, current } = context;
    const { actorMapId, on } = asked.body;
    const header = headerOf(asked, vault, asked.body, on);
    const told = await handle({
      aggregate: actorMaps,
      id: actorMapId,
      header,
      decide: (state) => publishMap(said(asked, vault, asked.body), state),
      ifMatch: asked.ifMatch,
    });
    if (told.kind !== 'recorded') return { ...told, id: actorMapId };
    const { state } = await current(actorMaps, actorMapId);
    const superseded = state.status === 'PUBLISHED' ? await supersedeEarlier(context, state, header) : 0n;
    if (state.status !== 'unknown')
      await release(store, draftKey(vault, state.started.unitId), actorMapId, header);
    // who waits for the answer's position sees the earlier map superseded too
    const position = superseded > told.position ? superseded : told.position;
    return { ...told, position, id: actorMapId };
  });

/** registry.archive-map: a draft gives its unit up. */
export const archiveMapDoor = (context: RegistryContext) =>
  commandDoor(archiveContract, async (asked) => {
    const { store, vault, handle, current } = context;
    const { actorMapId, on, reason } = asked.body;
    const texts = sealing(vault, asked.commandId);
    const data = { actorMapId, on, reason: texts.text('reason', reason) };
    const header = headerOf(asked, vault, data, on);
    const told = await handle({
      aggregate: actorMaps,
      id: actorMapId,
      header,
      decide: (state) => archiveMap(said(asked, vault, data), state),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    if (told.kind !== 'recorded') return { ...told, id: actorMapId };
    const { state } = await current(actorMaps, actorMapId);
    if (state.status !== 'unknown')
      await release(store, draftKey(vault, state.started.unitId), actorMapId, header);
    return { ...told, id: actorMapId };
  });
