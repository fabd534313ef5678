import type { z } from 'zod';
import { lies, pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import {
  getParticipant,
  getParticipants,
  listParticipants as listContract,
  searchParticipants,
} from '@benkan/contracts/registry';
import { findParticipants, listParticipants, type ParticipantView } from '@benkan/registry-read-model';
import { participants as aggregate } from '../aggregates';
import { standingConsents } from '@benkan/registry-domain';
import type { RegistryContext } from '../context';
import { membersOf, rootOf } from './family';
import { nameMark } from './person';

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

/** A participant as their own events say; undefined where there are none, or none that may be shown. */
const byEvents = async (
  context: RegistryContext,
  participantId: string,
  unitIds: readonly string[] | undefined,
) => {
  const { state, revision } = await context.current(aggregate, participantId);
  if (state.status === 'unknown' || !lies(state.unitId, unitIds)) return undefined;
  // a record that was never merged is read once: a sheet asks for hundreds
  const [root, members] = await Promise.all([
    state.status === 'merged' ? rootOf(context, participantId) : { id: participantId, state },
    state.duplicates.length === 0 ? [] : membersOf(context, participantId),
  ]);
  return {
    id: participantId,
    unitId: state.unitId,
    ...state.traits,
    erased: root.state.status === 'erased',
    mergedInto: root.id === participantId ? null : root.id,
    consents: [
      ...standingConsents([state, ...members.map((member) => member.state)].map(({ consents }) => consents)),
    ],
    revision: revision.toString(),
  };
};

/** registry.get-participant: from the participant's own events, so that a caller may decide on it. */
export const getParticipantDoor = (context: RegistryContext) =>
  queryDoor(getParticipant, async ({ body: { participantId } }) => {
    const participant = await byEvents(context, participantId, undefined);
    if (participant === undefined) throw unknownResource();
    return participant;
  });

/** Streams read at one time. */
const AT_ONCE = 32;

/** registry.get-participants: each from their own events; whoever lies outside is as unknown as nobody. */
export const getParticipantsDoor = (context: RegistryContext) =>
  queryDoor(getParticipants, async ({ body: { participantIds }, unitIds }) => {
    const ids = [...new Set(participantIds)];
    const found: (Awaited<ReturnType<typeof byEvents>> | undefined)[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      found.push(...(await Promise.all(some.map((id) => byEvents(context, id, unitIds)))));
    }
    return { items: found.filter((participant) => participant !== undefined) };
  });

type Search = z.output<typeof searchParticipants.request>;

/** Whom the vault's keyed index knows by a code, a phone or a name: more than one may share the last two. */
const soughtRefs = async ({ vault }: RegistryContext, body: Search): Promise<readonly string[]> => {
  if ('code' in body) {
    const ref = await vault.find('code', body.unitId, body.code.trim().toUpperCase());
    return ref === undefined ? [] : [ref];
  }
  if ('firstNames' in body) return vault.bearing(nameMark(body.unitId, body));
  const first = await vault.find('phone', 'ML', body.phone);
  const sharing = await vault.bearing({ kind: 'phone', scope: 'ML', value: body.phone });
  return first === undefined ? sharing : [first, ...sharing];
};

/** registry.search-participants: by the vault's keyed index; the answer carries no personal data. */
export const searchParticipantsDoor = (context: RegistryContext) =>
  queryDoor(searchParticipants, async ({ body, unitIds }) => {
    const { participants } = context;
    const roots = await Promise.all(
      (await soughtRefs(context, body)).map(async (ref) => (await rootOf(context, ref)).id),
    );
    const rows = await findParticipants(participants.current(), [...new Set(roots)]);
    return { items: rows.filter(({ unitId }) => lies(unitId, unitIds)).map(shown) };
  });
