import { said } from '@benkan/doors';
import {
  addActor as addContract,
  removeActor as removeContract,
  reviseActor as reviseContract,
} from '@benkan/contracts/registry';
import { derivedId } from '@benkan/messaging';
import { actorOn, addActor, removeActor, reviseActor, type ActorMap } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { mapDoor } from './map-door';

/** The id under which an actor of this name is on the map. */
const idOfActor = (state: ActorMap, actorId: string, digest: string): string => {
  if (state.status === 'unknown' || state.actors.has(actorId)) return actorId;
  const found = [...state.actors].find(([, actor]) => actorOn(actor)?.name.digest === digest);
  return found?.[0] ?? actorId;
};

/** registry.add-actor */
export const addActorDoor = (context: RegistryContext) =>
  mapDoor(context, addContract, (asked, texts) => {
    const { actorId: given, name: plain, ...body } = asked.body;
    const actorId = given ?? derivedId('actor', asked.commandId);
    const name = texts.text('name', plain);
    const data = { ...body, actorId, name };
    return {
      data,
      on: body.on,
      decide: (state) =>
        addActor(said(asked, context.vault, { ...data, idGiven: given !== undefined }), state),
      extra: (state) => ({ actorId: idOfActor(state, actorId, name.digest) }),
    };
  });

const present = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Field in keyof Fields]?: Exclude<Fields[Field], undefined>;
  };

/** registry.revise-actor */
export const reviseActorDoor = (context: RegistryContext) =>
  mapDoor(context, reviseContract, (asked, texts) => {
    const { actorMapId, actorId, on, reason, name, ...traits } = asked.body;
    const changes = {
      ...present(traits),
      ...(name !== undefined && { name: texts.text('name', name) }),
    };
    const data = { actorMapId, actorId, on, changes, reason: texts.text('reason', reason) };
    return {
      data,
      on,
      decide: (state) => reviseActor(said(asked, context.vault, data), state),
    };
  });

/** registry.remove-actor */
export const removeActorDoor = (context: RegistryContext) =>
  mapDoor(context, removeContract, (asked, texts) => {
    const { reason, ...body } = asked.body;
    const data = { ...body, reason: texts.text('reason', reason) };
    return { data, on: body.on, decide: (state) => removeActor(said(asked, context.vault, data), state) };
  });
