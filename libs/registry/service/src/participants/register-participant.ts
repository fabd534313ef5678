import { commandDoor, headerOf, said, type Asked, type Told } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import { registerParticipant as contract } from '@benkan/contracts/registry';
import { derivedId, Fault } from '@benkan/messaging';
import { registerParticipant } from '@benkan/registry-domain';
import type { PersonalData } from '@benkan/vault';
import { participants } from '../aggregates';
import type { RegistryContext } from '../context';
import { adds, lookUpOf, personalDifferences, personOf, type LookUp } from './person';

type Request = Asked<RequestOf<typeof contract>>;

class ClaimedMeanwhile extends Error {}

const claimed = async (
  { vault }: RegistryContext,
  lookUp: LookUp | undefined,
  person: PersonalData,
  participantId: string,
) => {
  if (lookUp !== undefined) {
    const holder = await vault.claim(lookUp.kind, lookUp.scope, lookUp.value, participantId);
    if (holder !== participantId) throw new ClaimedMeanwhile();
  }
  if (person.phone !== undefined) await vault.claim('phone', 'ML', person.phone, participantId);
};

const register = async (context: RegistryContext, asked: Request): Promise<Told> => {
  const { vault, handle } = context;
  const { unitId, sex, ageBand, structureKind, corps } = asked.body;
  const person = personOf(asked.body);
  const lookUp = lookUpOf(unitId, person);
  const found = lookUp && (await vault.find(lookUp.kind, lookUp.scope, lookUp.value));
  const participantId = found ?? asked.body.id ?? derivedId('participant', asked.commandId);
  const held = await vault.openPerson(participantId);
  const recorded = held.kind === 'open' ? held.person : {};
  const known = await context.unitKnown(unitId);
  const data = { participantId, unitId, sex, ageBand, structureKind, corps };

  const told = await handle({
    aggregate: participants,
    id: participantId,
    header: headerOf(asked, vault, data),
    decide: (state) =>
      registerParticipant(
        said(asked, vault, {
          ...data,
          unitKnown: known,
          erased: held.kind === 'erased',
          recognisable: lookUp !== undefined,
          personalDiffers: personalDifferences(recorded, person),
        }),
        state,
      ),
    seal: async () => {
      await claimed(context, lookUp, person, participantId);
      await vault.sealPerson(participantId, { ...recorded, ...person });
    },
    ifMatch: asked.ifMatch,
  });
  // a later sheet may say what an earlier one left open
  if (told.kind === 'recorded' && !told.changed && held.kind === 'open' && adds(recorded, person))
    await vault.sealPerson(participantId, { ...person, ...recorded });
  return { ...told, id: participantId };
};

/** registry.register-participant: found again by the vault's keyed index, never registered twice. */
export const registerParticipantDoor = (context: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        return await register(context, asked);
      } catch (error) {
        if (!(error instanceof ClaimedMeanwhile)) throw error;
      }
    }
    throw new Fault('conflict');
  });
