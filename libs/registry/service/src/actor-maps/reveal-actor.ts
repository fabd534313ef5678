import { commandDoor, headerOf, said } from '@benkan/doors';
import { revealActor as contract } from '@benkan/contracts/registry';
import { standing, revealActor } from '@benkan/registry-domain';
import { actorMaps } from '../aggregates';
import type { RegistryContext } from '../context';

/** The name, from the vault itself: nothing that expires is kept in memory. */
const nameOf = async ({ current, vault }: RegistryContext, actorMapId: string, actorId: string) => {
  const { state } = await current(actorMaps, actorMapId);
  const actor = state.status === 'unknown' ? undefined : state.actors.get(actorId);
  const textRef = actor && standing(actor.versions)?.name.textRef;
  return textRef === undefined ? undefined : (await vault.openTexts([textRef])).get(textRef);
};

/** registry.reveal-actor: the look is recorded first, then the name is shown; a repeated key shows nobody again. */
export const revealActorDoor = (context: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { vault, handle } = context;
    const { actorMapId, actorId } = asked.body;
    let recordedNow = false;
    const told = await handle({
      aggregate: actorMaps,
      id: actorMapId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) => {
        recordedNow = true;
        return revealActor(said(asked, vault, asked.body), state);
      },
    });
    if (told.kind !== 'recorded') return { ...told, id: actorMapId };
    const name = recordedNow ? await nameOf(context, actorMapId, actorId) : undefined;
    return {
      ...told,
      id: actorMapId,
      extra: { name: name ?? null, nameState: name === undefined ? 'WITHHELD' : 'SHOWN' },
    };
  });
