import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { correctParticipant as contract } from '@benkan/contracts/registry';
import { correctParticipant } from '@benkan/registry-domain';
import type { PersonalData } from '@benkan/vault';
import { participants } from '../aggregates';
import type { RegistryContext } from '../context';
import { adds, lookUpOf, personalDifferences, personOf } from './person';

/** How the corrected person will be found again. */
const lookUpFor = async ({ current }: RegistryContext, participantId: string, person: PersonalData) => {
  const { state } = await current(participants, participantId);
  return state.status === 'registered' ? lookUpOf(state.unitId, person) : undefined;
};

/** registry.correct-participant */
export const correctParticipantDoor = (context: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { vault, handle } = context;
    const { participantId, reason, sex, ageBand, structureKind, corps } = asked.body;
    const person = personOf(asked.body);
    const held = await vault.openPerson(participantId);
    const recorded = held.kind === 'open' ? held.person : {};
    const personal = personalDifferences(recorded, person).length > 0 || adds(recorded, person);
    const corrected = { ...recorded, ...person };
    const lookUp = await lookUpFor(context, participantId, corrected);
    const holder = lookUp && (await vault.find(lookUp.kind, lookUp.scope, lookUp.value));
    const heldByAnother = holder !== undefined && holder !== participantId;
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
        correctParticipant(
          said(asked, vault, { ...data, erased: held.kind === 'erased', heldByAnother }),
          state,
        ),
      seal: async () => {
        await texts.flush();
        if (!personal) return;
        if (lookUp !== undefined) await vault.claim(lookUp.kind, lookUp.scope, lookUp.value, participantId);
        await vault.sealPerson(participantId, corrected);
      },
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: participantId };
  });
