import { lies, pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import {
  getParticipant,
  listParticipants as listContract,
  searchParticipants,
} from '@benkan/contracts/registry';
import { findParticipants, listParticipants, type ParticipantView } from '@benkan/registry-read-model';
import { participants as aggregate } from '../aggregates';
import { standingConsents } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { membersOf, rootOf } from './family';

const shown = (participant: ParticipantView) => ({
  id: participant.id,
  unitId: participant.unitId,
  sex: participant.sex,
  ageBand: participant.ageBand,
  structureKind: participant.structureKind,
  corps: participant.corps,
  erased: participant.erased,
  mergedInto: participant.mergedInto,
  revision: participant.revision,
});

/** registry.list-participants */
export const listParticipantsDoor = (context: RegistryContext) =>
  queryDoor(listContract, async ({ body: { territory: _, ...request }, unitIds }) => {
    const position = context.position();
    const { rows, next } = rowsOf(
      await listParticipants(context.participants.current(), { ...request, unitIds }),
    );
    return pageAnswer(rows.map(shown), next, position);
  });

/** registry.get-participant: from the participant's own events, so that a caller may decide on it. */
export const getParticipantDoor = (context: RegistryContext) =>
  queryDoor(getParticipant, async ({ body: { participantId } }) => {
    const { state, revision } = await context.current(aggregate, participantId);
    if (state.status === 'unknown') throw unknownResource();
    const [root, members] = await Promise.all([
      rootOf(context, participantId),
      membersOf(context, participantId),
    ]);
    return {
      id: participantId,
      unitId: state.unitId,
      ...state.traits,
      erased: root.state.status === 'erased',
      mergedInto: root.id === participantId ? null : root.id,
      consents: [
        ...standingConsents(
          [state, ...members.map((member) => member.state)].map(({ consents }) => consents),
        ),
      ],
      revision: revision.toString(),
    };
  });

/** registry.search-participants: by the vault's keyed index; the answer carries no personal data. */
export const searchParticipantsDoor = (context: RegistryContext) =>
  queryDoor(searchParticipants, async ({ body, unitIds }) => {
    const { vault, participants } = context;
    const ref =
      'code' in body
        ? await vault.find('code', body.unitId, body.code.trim().toUpperCase())
        : await vault.find('phone', 'ML', body.phone);
    const found = ref === undefined ? [] : [(await rootOf(context, ref)).id];
    const rows = await findParticipants(participants.current(), found);
    return { items: rows.filter(({ unitId }) => lies(unitId, unitIds)).map(shown) };
  });
