import { commandDoor, headerOf, said, type Asked, type Told } from '@benkan/doors';
import type { RequestOf } from '@benkan/contracts';
import { registerParticipant as contract } from '@benkan/contracts/registry';
import type { Handled } from '@benkan/event-store';
import { derivedId, Fault } from '@benkan/messaging';
import { registerParticipant } from '@benkan/registry-domain';
import type { PersonalData } from '@benkan/vault';
import { participants } from '../aggregates';
import type { RegistryContext } from '../context';
import { rootOf } from './family';
import { adds, lookUpOf, marksOf, personalDifferences, personOf, phoneOf, type LookUp } from './person';

type Request = Asked<RequestOf<typeof contract>>;

class ClaimedMeanwhile extends Error {}

const claimed = async ({ vault }: RegistryContext, lookUp: LookUp | undefined, participantId: string) => {
  if (lookUp !== undefined) {
    const holder = await vault.claim(lookUp.kind, lookUp.scope, lookUp.value, participantId);
    if (holder !== participantId) throw new ClaimedMeanwhile();
  }
};

type Kept = { readonly participantId: string; readonly unitId: string; readonly person: PersonalData };

const kept = async ({ vault }: RegistryContext, { participantId, unitId, person }: Kept) => {
  const phone = phoneOf(person);
  await Promise.all([
    vault.sealPerson(participantId, person),
    vault.mark(participantId, marksOf(unitId, person)),
    ...(phone === undefined ? [] : [vault.claim(phone.kind, phone.scope, phone.value, participantId)]),
  ]);
};

const NOBODY = { kind: 'unknown' } as const;

/** Who a sheet speaks of, and what the vault holds of them. */
const recognised = async ({ vault }: RegistryContext, { body, commandId }: Request) => {
  const person = personOf(body);
  const lookUp = lookUpOf(body.unitId, person);
  const found = lookUp && (await vault.find(lookUp.kind, lookUp.scope, lookUp.value));
  const participantId = found ?? body.id ?? derivedId('participant', commandId);
  // a new id with nobody behind its look-up value has never been sealed
  const isNew = found === undefined && body.id === undefined;
  const held = isNew ? NOBODY : await vault.openPerson(participantId);
  return { person, lookUp, participantId, held, recorded: held.kind === 'open' ? held.person : {} };
};

const unchanged = (told: Handled): boolean => told.kind === 'recorded' && !told.changed;

const register = async (context: RegistryContext, asked: Request): Promise<Told> => {
  const { vault, handle } = context;
  const { unitId, sex, ageBand, structureKind, corps } = asked.body;
  const { person, lookUp, participantId, held, recorded } = await recognised(context, asked);
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
      await claimed(context, lookUp, participantId);
      await kept(context, { participantId, unitId, person: { ...recorded, ...person } });
    },
    ifMatch: asked.ifMatch,
  });
  // a later sheet may say what an earlier one left open
  if (unchanged(told) && held.kind === 'open' && adds(recorded, person))
    await kept(context, { participantId, unitId, person: { ...person, ...recorded } });
  return { ...told, id: (await rootOf(context, participantId)).id };
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
