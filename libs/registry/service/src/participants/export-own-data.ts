import { commandDoor, headerOf, said } from '@benkan/doors';
import { exportOwnData as contract } from '@benkan/contracts/registry';
import { exportOwnData, standingConsents } from '@benkan/registry-domain';
import { participants } from '../aggregates';
import type { RegistryContext } from '../context';
import { membersOf, type Member } from './family';
import { mentionsOf } from './mentions';

const recordsOf = async ({ vault }: RegistryContext, members: readonly Member[]) => {
  const people = await vault.openPeople(members.map(({ id }) => id));
  const texts = await vault.openTexts(members.flatMap(({ state }) => state.texts));
  return members.map(({ id, state }) => {
    const held = people.get(id);
    return {
      participantId: id,
      unitId: state.unitId,
      traits: { ...state.traits },
      person: held?.kind === 'open' ? { ...held.person } : {},
      consents: [...standingConsents([state.consents])],
      texts: state.texts.flatMap((ref) => texts.get(ref) ?? []),
    };
  });
};

const copyOf = async (context: RegistryContext, participantId: string, deadline: number) => {
  const { state } = await context.current(participants, participantId);
  if (state.status === 'unknown') return null;
  const members = [{ id: participantId, state }, ...(await membersOf(context, participantId))];
  const ids = members.map(({ id }) => id);
  return {
    participantId,
    records: await recordsOf(context, members),
    mentions: await mentionsOf(context.store, ids, deadline),
    madeAt: context.now().toISOString(),
  };
};

/** registry.export-own-data: the copy is recorded first, then made; a repeated key makes none again. */
export const exportOwnDataDoor = (context: RegistryContext) =>
  commandDoor(contract, async (asked) => {
    const { vault, handle } = context;
    const { participantId } = asked.body;
    const erased = (await vault.openPeople([participantId])).get(participantId)?.kind === 'erased';
    let recordedNow = false;
    const told = await handle({
      aggregate: participants,
      id: participantId,
      header: headerOf(asked, vault, asked.body),
      decide: (state) => {
        recordedNow = true;
        return exportOwnData(said(asked, vault, { participantId, erased }), state);
      },
    });
    if (told.kind !== 'recorded') return { ...told, id: participantId };
    const copy = recordedNow ? await copyOf(context, participantId, asked.deadline) : null;
    return { ...told, id: participantId, extra: { copy } };
  });
