import { pageAnswer, queryDoor, rowsOf, unknownResource } from '@benkan/doors';
import { getCommittee, listCommittees as listContract } from '@benkan/contracts/registry';
import { listCommittees } from '@benkan/registry-read-model';
import { committees as aggregate } from '../aggregates';
import type { RegistryContext } from '../context';
import { subtree } from '../units/queries';

/** registry.list-committees */
export const listCommitteesDoor = (context: RegistryContext) =>
  queryDoor(listContract, async ({ body: { territory, ...request } }) => {
    const position = context.position();
    const unitIds = await subtree(context, territory);
    const { rows, next } = rowsOf(
      await listCommittees(context.committees.current(), { ...request, unitIds }),
    );
    const textOf = await context.texts(rows.flatMap(({ name, legalAct }) => [name, legalAct]));
    const items = rows.map(({ id, unitId, level, name, legalAct, frequency, installedOn, revision }) => ({
      id,
      unitId,
      level,
      name: textOf(name),
      legalAct: textOf(legalAct),
      frequency,
      installedOn,
      revision,
    }));
    return pageAnswer(items, next, position);
  });

/** registry.get-committee: from the committee's own events, so that a caller may decide on it. */
export const getCommitteeDoor = ({ current, texts }: RegistryContext) =>
  queryDoor(getCommittee, async ({ body: { committeeId } }) => {
    const { state, revision } = await current(aggregate, committeeId);
    if (state.status === 'unknown') throw unknownResource();
    const { unitId, level, name, legalAct, frequency } = state.established;
    const textOf = await texts([name, legalAct]);
    return {
      id: committeeId,
      unitId,
      level,
      name: textOf(name),
      legalAct: textOf(legalAct),
      frequency,
      installedOn: state.status === 'installed' ? state.installedOn : null,
      revision: revision.toString(),
    };
  });
