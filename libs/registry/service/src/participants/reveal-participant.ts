import { commandDoor, headerOf, said } from '@benkan/doors';
import { revealParticipant as contract } from '@benkan/contracts/registry';
import { revealParticipant } from '@benkan/registry-domain';
import { participants } from '../aggregates';
import type { RegistryContext } from '../context';
import { membersOf } from './family';

/** registry.reveal-participant: the look is recorded first, then the person is shown; a repeated key shows nobody again. */
export const revealParticipantDoor = (context: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { vault, handle } = context;
    const { participantId } = asked.body;
    const held = await vault.openPerson(participantId);
    const others = (await membersOf(context, participantId)).map(({ state }) => state.consents);
    let recordedNow = false;
    const told = await handle({
      aggregate: participants,
      id: participantId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) => {
        recordedNow = true;
        return revealParticipant(
          said(asked, vault, { ...asked.body, erased: held.kind === 'erased', others }),
          state,
        );
      },
    });
    return {
      ...told,
      id: participantId,
      extra: { person: recordedNow && held.kind === 'open' ? held.person : {} },
    };
  });
