import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import {
  getParticipant,
  listParticipants as listContract,
  searchParticipants,
} from '@benkan/contracts/registry';
import { findParticipants, listParticipants, type ParticipantView } from '@benkan/registry-read-model';
import { participants as aggregate } from '../aggregates';
import type { RegistryContext } from '../context';
import { subtree } from '../units/queries';

const shown = ({ id, unitId, sex, ageBand, structureKind, corps, revision }: ParticipantView) => ({
  id,
  unitId,
  sex,
  ageBand,
  structureKind,
  corps,
  revision,
});

/** registry.list-participants */
export const listParticipantsDoor = (context: RegistryContext) =>
  queryDoor(listContract, async ({ body: { territory, ...request } }) => {
    const position = context.position();
    const unitIds = await subtree(context, territory);
    const { rows, next } = rowsOf(
      await listParticipants(context.participants.current(), { ...request, unitIds }),
    );
    return pageAnswer(rows.map(shown), next, position);
  });

/** registry.get-participant: from the participant's own events, so that a caller may decide on it. */
export const getParticipantDoor = ({ current }: RegistryContext) =>
  queryDoor(getParticipant, async ({ body: { participantId } }) => {
    const { state, revision } = await current(aggregate, participantId);
    if (state.status === 'unknown') throw unknownResource();
    return { id: participantId, unitId: state.unitId, ...state.traits, revision: revision.toString() };
  });

/** registry.search-participants: by the vault's keyed index; the answer carries no personal data. */
export const searchParticipantsDoor = ({ vault, participants }: RegistryContext) =>
  queryDoor(searchParticipants, async ({ body }) => {
    const ref =
      'code' in body
        ? await vault.find('code', body.unitId, body.code.trim().toUpperCase())
        : await vault.find('phone', 'ML', body.phone);
    const rows = ref === undefined ? [] : await findParticipants(participants.current(), [ref]);
    return { items: rows.map(shown) };
  });
