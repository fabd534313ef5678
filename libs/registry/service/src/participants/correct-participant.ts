import { commandDoor, headerOf, said, sealing } from '@benkan/doors';
import { correctParticipant as contract } from '@benkan/contracts/registry';
import { correctParticipant } from '@benkan/registry-domain';
import type { PersonalData } from '@benkan/vault';
import { participants } from '../aggregates';
import type { RegistryContext } from '../context';
import { adds, lookUpOf, marksOf, personalDifferences, personOf, phoneOf } from './person';

const unitOf = async ({ current }: RegistryContext, participantId: string): Promise<string | undefined> => {
  const { state } = await current(participants, participantId);
  return state.status === 'registered' ? state.unitId : undefined;
};

const keysOf = (unitId: string | undefined, person: PersonalData) =>
  unitId === undefined ? [] : [lookUpOf(unitId, person), phoneOf(person)].filter((key) => key !== undefined);

type Moving = {
  readonly participantId: string;
  readonly unitId: string | undefined;
  readonly recorded: PersonalData;
  readonly corrected: PersonalData;
};

/** The person under the new keys; the old ones lead nowhere any more. */
const moved = async ({ vault }: RegistryContext, { participantId, unitId, recorded, corrected }: Moving) => {
  const keys = keysOf(unitId, corrected);
  const stays = new Set(keys.map((key) => JSON.stringify(key)));
  for (const { kind, scope, value } of keys) await vault.claim(kind, scope, value, participantId);
  await vault.sealPerson(participantId, corrected);
  if (unitId !== undefined) await vault.mark(participantId, marksOf(unitId, corrected));
  for (const key of keysOf(unitId, recorded))
    if (!stays.has(JSON.stringify(key))) await vault.release(key.kind, key.scope, key.value, participantId);
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
    const unitId = await unitOf(context, participantId);
    const lookUp = unitId === undefined ? undefined : lookUpOf(unitId, corrected);
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
        if (personal) await moved(context, { participantId, unitId, recorded, corrected });
      },
      ifMatch: asked.ifMatch,
    });
    return { ...told, id: participantId };
  });
