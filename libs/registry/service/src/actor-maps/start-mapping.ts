import type { RequestOf } from '@benkan/contracts';
import { commandDoor, headerOf, said, sealing, type Asked, type Sealing } from '@benkan/doors';
import { startMapping as contract } from '@benkan/contracts/registry';
import { reserve, type CommandHeader } from '@benkan/event-store';
import type { SealedText } from '@benkan/kernel';
import { derivedId } from '@benkan/messaging';
import { actorsOn, startMapping, versionOn, type ActorMap } from '@benkan/registry-domain';
import { actorMaps, units } from '../aggregates';
import type { RegistryContext } from '../context';
import { draftKey, mapIdsOf, versionKey } from './keys';

type Mapping = RequestOf<typeof contract>;
type Known = { readonly unitKnown: boolean; readonly unitType: string | null };

const unitOn = async ({ current }: RegistryContext, unitId: string, day: string) => {
  const { state } = await current(units, unitId);
  if (state.status === 'unknown') return { unitKnown: false, unitType: null };
  return { unitKnown: true, unitType: versionOn(state.versions, day)?.unitType ?? null } satisfies Known;
};

/** Names that expire are sealed anew for the new map, so that each map's own goes on its day. */
const ownNames = async (
  { vault }: RegistryContext,
  base: ActorMap,
  texts: Sealing,
): Promise<ReadonlyMap<string, SealedText>> => {
  if (base.status === 'unknown') return new Map();
  const expiring = actorsOn(base).filter(({ traits }) => traits.expiresOn !== null);
  const opened = await vault.openTexts(expiring.map(({ traits }) => traits.name.textRef));
  return new Map(
    expiring.flatMap(({ id, traits }) => {
      const name = opened.get(traits.name.textRef);
      return name === undefined ? [] : [[id, texts.text(`actors/${id}/name`, name)] as const];
    }),
  );
};

/** The version a new map of a unit has; the one it has already where it was reserved before. */
const versionOf = async (
  { store, vault }: RegistryContext,
  { unitId, actorMapId }: { readonly unitId: string; readonly actorMapId: string },
  header: CommandHeader,
): Promise<number> => {
  const earlier = await mapIdsOf({ store, vault }, unitId);
  const held = earlier.indexOf(actorMapId);
  if (held >= 0) return held + 1;
  const version = earlier.length + 1;
  await reserve(store, versionKey(vault, unitId, version), actorMapId, header);
  return version;
};

const meantBy = async (
  context: RegistryContext,
  { body }: Asked<Mapping>,
  actorMapId: string,
  texts: Sealing,
) => {
  const { unitId, mappedOn, basedOn } = body;
  const common = { actorMapId, unitId, mappedOn, basedOn, ...(await unitOn(context, unitId, mappedOn)) };
  if (basedOn === null)
    return { ...common, base: actorMaps.fold.initial, names: new Map<string, SealedText>() };
  const { state: base } = await context.current(actorMaps, basedOn);
  return { ...common, base, names: await ownNames(context, base, texts) };
};

const versionIn = (state: ActorMap, otherwise: number): number =>
  state.status === 'unknown' ? otherwise : state.started.version;

/** registry.start-mapping: the unit is reserved for the draft first, then its version, then the fact. */
export const startMappingDoor = (context: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { store, vault, handle, current } = context;
    const { id: given, unitId, mappedOn, basedOn } = asked.body;
    const actorMapId = given ?? derivedId('actor-map', asked.commandId);
    const texts = sealing(vault, asked.commandId);
    const header = headerOf(asked, vault, { actorMapId, unitId, mappedOn, basedOn }, mappedOn);
    const meant = await meantBy(context, asked, actorMapId, texts);
    const decided = (state: ActorMap, heldBy: string | null, version: number) =>
      startMapping(said(asked, vault, { ...meant, heldBy, version }), state);

    const { state: before } = await current(actorMaps, actorMapId);
    // a command that cannot be accepted reserves nothing
    const isNew = before.status === 'unknown' && decided(before, null, 1).kind === 'accepted';
    const heldBy = isNew ? await reserve(store, draftKey(vault, unitId), actorMapId, header) : null;
    const version = heldBy === actorMapId ? await versionOf(context, { unitId, actorMapId }, header) : 1;
    const told = await handle({
      aggregate: actorMaps,
      id: actorMapId,
      header,
      decide: (state) => decided(state, heldBy, version),
      seal: texts.flush,
      ifMatch: asked.ifMatch,
    });
    if (told.kind !== 'recorded') return { ...told, id: actorMapId };
    const { state } = await current(actorMaps, actorMapId);
    return { ...told, id: actorMapId, extra: { version: versionIn(state, version) } };
  });
