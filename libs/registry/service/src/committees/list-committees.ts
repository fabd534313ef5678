import { pageAnswer, queryDoor, rowsOf } from '@benkan/doors';
import { listCommittees as contract } from '@benkan/contracts/registry';
import { listCommittees, type CommitteeView } from '@benkan/registry-read-model';
import type { RegistryContext } from '../context';
import { presidencyOf, type TextOf } from './shown';

const shown = (view: CommitteeView, textOf: TextOf) => {
  const { id, unitId, level, name, legalAct, frequency, installedOn, status, tenures, revision } = view;
  return {
    ...{ id, unitId, level, name: textOf(name), legalAct: textOf(legalAct), frequency },
    ...{ installedOn, status, presidency: presidencyOf(tenures), revision },
  };
};

/** registry.list-committees */
export const listCommitteesDoor = (context: RegistryContext) =>
  queryDoor(contract, async ({ body: { territory: _, ...request }, unitIds }) => {
    const position = context.position();
    const { rows, next } = rowsOf(
      await listCommittees(context.committees.current(), { ...request, unitIds }),
    );
    const textOf = await context.texts(rows.flatMap(({ name, legalAct }) => [name, legalAct]));
    return pageAnswer(
      rows.map((row) => shown(row, textOf)),
      next,
      position,
    );
  });
