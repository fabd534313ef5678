import { lies, pageAnswer, queryDoor, rowsOf } from '@benkan/doors';
import { listMergeCandidates } from '@benkan/contracts/registry';
import { findParticipants, listParticipants } from '@benkan/registry-read-model';
import type { Alike } from '@benkan/vault';
import type { RegistryContext } from '../context';

type Match = 'PHONE' | 'NAME';
const MATCH = { phone: 'PHONE', name: 'NAME' } as const satisfies Record<Alike['kind'], Match>;

/** For one of a group: every other one, and what they share. */
const othersOf = (id: string, groups: readonly Alike[]): ReadonlyMap<string, readonly Match[]> => {
  const others = new Map<string, readonly Match[]>();
  for (const { kind, refs } of groups.filter((group) => group.refs.includes(id)))
    for (const other of refs)
      if (other !== id) others.set(other, [...new Set([...(others.get(other) ?? []), MATCH[kind]])].sort());
  return others;
};

/** registry.list-merge-candidates: ids and which key matched, never what it says; a person decides. */
export const listMergeCandidatesDoor = (context: RegistryContext) =>
  queryDoor(listMergeCandidates, async ({ body: { territory: _, ...request }, unitIds }) => {
    const { vault, participants } = context;
    const position = context.position();
    const { rows, next } = rowsOf(await listParticipants(participants.current(), { ...request, unitIds }));
    const groups = await vault.alike(rows.map(({ id }) => id));
    const known = await findParticipants(participants.current(), [
      ...new Set(groups.flatMap(({ refs }) => refs)),
    ]);
    const open = new Set(
      known
        .filter(({ unitId, mergedInto, erased }) => lies(unitId, unitIds) && mergedInto === null && !erased)
        .map(({ id }) => id),
    );
    const items = rows.flatMap(({ id: participantId }) => {
      const candidates = [...othersOf(participantId, groups)]
        .filter(([id]) => open.has(id))
        .map(([id, matchedBy]) => ({ participantId: id, matchedBy: [...matchedBy] }));
      return candidates.length === 0 ? [] : [{ participantId, candidates }];
    });
    return pageAnswer(items, next, position);
  });
