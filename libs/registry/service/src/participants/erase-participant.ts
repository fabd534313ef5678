import { commandDoor, headerOf, said } from '@benkan/doors';
import { eraseParticipant as contract } from '@benkan/contracts/registry';
import { eraseParticipant } from '@benkan/registry-domain';
import { participants } from '../aggregates';
import type { RegistryContext } from '../context';
import { membersOf } from './family';

type Forgetting = Pick<RegistryContext, 'current' | 'vault'>;

const textsOf = async ({ current }: Forgetting, id: string): Promise<readonly string[]> => {
  const { state } = await current(participants, id);
  return state.status === 'unknown' ? [] : state.texts;
};

/** Destroys the keys of a person, of every record that leads to it, and of what was written about them. */
export const forget = async (context: Forgetting, id: string): Promise<readonly string[]> => {
  const duplicates = (await membersOf(context, id)).map((member) => member.id);
  for (const each of [id, ...duplicates]) {
    await context.vault.erasePerson(each);
    await context.vault.eraseTexts(await textsOf(context, each));
  }
  return duplicates;
};

/** registry.erase-participant: the keys first, then the fact; the sheets that carried the name go too. */
export const eraseParticipantDoor = (context: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { vault, handle, now } = context;
    const { participantId, reason } = asked.body;
    const duplicates = (await membersOf(context, participantId)).map(({ id }) => id);
    const told = await handle({
      aggregate: participants,
      id: participantId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) => eraseParticipant(said(asked, vault, { participantId, reason, duplicates }), state),
      seal: async () => {
        await forget(context, participantId);
        await vault.destroyUploadsBefore(now());
      },
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: participantId };
  });
