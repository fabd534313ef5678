import { pageAnswer, queryDoor, rowsOf } from '@benkan/doors';
import { listProjects as contract } from '@benkan/contracts/registry';
import { committeesIn, listProjects, type ProjectView } from '@benkan/registry-read-model';
import { maybe, type TextOf } from '../committees/shown';
import type { RegistryContext } from '../context';

const shown = (view: ProjectView, textOf: TextOf) => {
  const { id, title, donor, donorOther, implementer, from, to, closedOn, countryWide, revision } = view;
  return {
    ...{ id, title: textOf(title), donor, donorOther: maybe(donorOther, textOf) },
    ...{ implementer: maybe(implementer, textOf), from, to, closedOn, countryWide, revision },
  };
};

/** registry.list-projects */
export const listProjectsDoor = (context: RegistryContext) =>
  queryDoor(contract, async ({ body: { territory: _, ...request }, unitIds }) => {
    const position = context.position();
    const reach = unitIds && {
      unitIds,
      committeeIds: await committeesIn(context.committees.current(), unitIds),
    };
    const { rows, next } = rowsOf(await listProjects(context.projects.current(), { ...request, reach }));
    const sealed = rows.flatMap(({ title, donorOther, implementer }) => [title, donorOther, implementer]);
    const textOf = await context.texts(sealed);
    return pageAnswer(
      rows.map((row) => shown(row, textOf)),
      next,
      position,
    );
  });
