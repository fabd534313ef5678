import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { correctParticipant as contract } from '@benkan/contracts/registry';
import { correctParticipant } from '@benkan/registry-domain';
import { participants } from '../aggregates';
import type { RegistryContext } from '../context';
import { adds, personalDifferences, personOf } from './person';

/** registry.correct-participant */
export const correctParticipantDoor = ({ vault, handle }: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { participantId, reason, sex, ageBand, structureKind, corps } = asked.body;
    const person = personOf(asked.body);
    const held = await vault.openPerson(participantId);
    const recorded = held.kind === 'open' ? held.person : {};
    const personal = personalDifferences(recorded, person).length > 0 || adds(recorded, person);
    const texts = sealing(vault, asked.commandId);
    const data = {
      participantId,
      sex,
      ageBand,
      structureKind,
      corps,
      personal,
      reason: texts.text('reason', reason),
    };
    const told = await handle({
      aggregate: participants,
      id: participantId,
      header: headerOf(asked, vault, data),
      decide: (state) =>
        correctParticipant(said(asked, vault, { ...data, erased: held.kind === 'erased' }), state),
      seal: async () => {
        await texts.flush();
        if (personal) await vault.sealPerson(participantId, { ...recorded, ...person });
      },
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: participantId };
  });
